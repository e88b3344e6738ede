import type { NetworkView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { AreaControl, DateControl, RadioControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract, reviewOutcome } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { ResolutionFields, useResolutionLabels } from '../../lib/resolution-fields.tsx';
import { toast } from '../../ui/toast.ts';

export interface DialogProps {
  readonly network: NetworkView;
  readonly onClose: () => void;
}

export const ChangeMandateDialog = ({ network: { id, version }, onClose }: DialogProps) => {
  const { t } = useTranslation(['life', 'networks']);
  const change = useDeed(api.changeMandate, () => {
    onClose();
    toast({ message: t('changeMandate.done') });
  });
  const form = useContractForm(contract.changeMandate.body, {
    defaults: { version, mandate: { issuingBody: 'GENERAL_ASSEMBLY' } },
    labels: useResolutionLabels('mandate'),
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('changeMandate.title')}
      action={t('changeMandate.action')}
      deed={change}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('changeMandate.what')}</p>
      <ResolutionFields of={form} prefix="mandate" issuer="association" legend={t('networks:mandate.title')} />
    </DeedDialog>
  );
};

export const ExtendDialog = ({ network: { id, version, endsOn }, onClose }: DialogProps) => {
  const { t } = useTranslation('life');
  const format = useFormat();
  const extend = useDeed(api.extendNetwork, (network) => {
    onClose();
    toast({ message: t('extend.done', { day: format.day(network.endsOn ?? '') }) });
  });
  const form = useContractForm(contract.extendNetwork.body, {
    defaults: { version, resolution: { issuingBody: 'GENERAL_ASSEMBLY' } },
    labels: {
      endsOn: t('extend.endsOn'),
      reason: t('extend.reason'),
      ...useResolutionLabels('resolution'),
    },
    send: (body, outcome) => extend.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('extend.title')}
      action={t('extend.action')}
      deed={extend}
      onSend={form.submit}
      onClose={onClose}
    >
      <DateControl
        of={form}
        name="endsOn"
        earliest={format.today}
        {...(endsOn && { hint: t('extend.endsOnHint', { day: format.day(endsOn) }) })}
      />
      <AreaControl of={form} name="reason" hint={t('extend.reasonHint')} maximum={2000} rows={3} />
      <ResolutionFields of={form} prefix="resolution" issuer="association" legend={t('extend.legend')} />
    </DeedDialog>
  );
};

export const ReviewDialog = ({ network: { id, version }, onClose }: DialogProps) => {
  const { t } = useTranslation('life');
  const format = useFormat();
  const review = useDeed(api.reviewNetwork, () => {
    onClose();
    toast({ message: t('review.done') });
  });
  const form = useContractForm(contract.reviewNetwork.body, {
    defaults: { version, outcome: 'CONTINUE' },
    labels: { outcome: t('review.outcome'), summary: t('review.summary') },
    send: (body, outcome) => review.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('review.title', { year: format.today.slice(0, 4) })}
      action={t('review.action')}
      deed={review}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('review.what')}</p>
      <RadioControl
        of={form}
        name="outcome"
        options={reviewOutcome.options.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <AreaControl of={form} name="summary" hint={t('review.summaryHint')} maximum={4000} />
    </DeedDialog>
  );
};

export const CloseDialog = ({ network: { id, name, version, openTaskCount }, onClose }: DialogProps) => {
  const { t } = useTranslation('life');
  const localized = useLocalized();
  const close = useDeed(api.beginClosing, () => {
    onClose();
    toast({ message: t('close.done') });
  });
  return (
    <DeedDialog
      title={t('close.title', { network: localized(name) })}
      action={t('close.action')}
      kind="danger"
      deed={close}
      onSend={() => close.mutate({ params: { id }, body: { version } })}
      onClose={onClose}
    >
      <p>{t('close.what')}</p>
      {openTaskCount !== null && openTaskCount > 0 && <p className="font-semibold">{t('close.open')}</p>}
    </DeedDialog>
  );
};
