import type { BallotView } from '@blizej/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../lib/api.ts';
import { AreaControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { downloadJson } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { MomentControl } from '../../lib/moment-control.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';

interface DialogProps {
  readonly ballot: BallotView;
  readonly onClose: () => void;
}

const AnnounceDialog = ({ ballot: { id, version, opensAt }, onClose }: DialogProps) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const announce = useDeed(api.announceBallot, () => {
    onClose();
    toast({ message: t('announce.done') });
  });
  return (
    <DeedDialog
      title={t('announce.title')}
      action={t('announce.action')}
      deed={announce}
      onSend={() => announce.mutate({ params: { id }, body: { version } })}
      onClose={onClose}
    >
      <p>{t('announce.what')}</p>
      <p>{opensAt ? t('announce.later', { moment: format.moment(opensAt) }) : t('announce.now')}</p>
    </DeedDialog>
  );
};

const ExtendDialog = ({ ballot: { id, version, closesAt }, onClose }: DialogProps) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const extend = useDeed(api.extendBallot, () => {
    onClose();
    toast({ message: t('extend.done') });
  });
  const form = useContractForm(contract.extendBallot.body, {
    defaults: { version, closesAt },
    labels: { closesAt: t('form.closesAt'), reason: t('extend.reason') },
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
      <p className="text-soft">{t('extend.what', { moment: format.moment(closesAt) })}</p>
      <MomentControl of={form} name="closesAt" />
      <AreaControl of={form} name="reason" hint={t('extend.reasonHint')} maximum={2000} rows={3} />
    </DeedDialog>
  );
};

const CloseDialog = ({ ballot: { id, version }, onClose }: DialogProps) => {
  const { t } = useTranslation('ballots');
  const close = useDeed(api.closeBallot, () => {
    onClose();
    toast({ message: t('close.done') });
  });
  return (
    <DeedDialog
      title={t('close.title')}
      action={t('close.action')}
      deed={close}
      onSend={() => close.mutate({ params: { id }, body: { version } })}
      onClose={onClose}
    >
      <p>{t('close.what')}</p>
    </DeedDialog>
  );
};

const WithdrawDialog = ({ ballot: { id, version }, onClose }: DialogProps) => {
  const { t } = useTranslation('ballots');
  const withdraw = useDeed(api.withdrawBallot, () => {
    onClose();
    toast({ message: t('withdraw.done') });
  });
  return (
    <ReasonDialog
      title={t('withdraw.title')}
      hint={t('withdraw.hint')}
      action={t('withdraw.action')}
      deed={withdraw}
      onSend={(reason) => withdraw.mutate({ params: { id }, body: { reason, version } })}
      onClose={onClose}
    />
  );
};

/** The whole record as a file, for anybody to recount. */
const ExportButton = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation('ballots');
  const read = useMutation({
    mutationFn: () => call(api.exportBallot, { params: { id } }),
    onSuccess: (record) => downloadJson(`${t('export.file')}-${id}.json`, record),
  });
  return (
    <>
      <Button isPending={read.isPending} onPress={() => read.mutate()}>
        {t('export.action')}
      </Button>
      <DeedFailure error={read.error} />
    </>
  );
};

const dialogs = { announce: AnnounceDialog, extend: ExtendDialog, close: CloseDialog, withdraw: WithdrawDialog };
const deeds = ['announce', 'close', 'extend', 'withdraw'] as const;

/** What the viewer may do with the ballot itself. */
export const Manage = ({ ballot }: { readonly ballot: BallotView }) => {
  const { t } = useTranslation('ballots');
  const [asked, setAsked] = useState<keyof typeof dialogs>();
  const Dialog = asked && dialogs[asked];
  const { abilities, id } = ballot;
  return (
    <>
      {abilities.change && (
        <ButtonLink to="/app/glosowania/$ballotId/zmiana" params={{ ballotId: id }}>
          {t('change.open')}
        </ButtonLink>
      )}
      {deeds
        .filter((deed) => abilities[deed])
        .map((deed) => (
          <Button
            key={deed}
            kind={deed === 'announce' || deed === 'close' ? 'primary' : deed === 'withdraw' ? 'quiet' : 'secondary'}
            onPress={() => setAsked(deed)}
          >
            {t(`${deed}.open`)}
          </Button>
        ))}
      {abilities.export && <ExportButton id={id} />}
      {Dialog && <Dialog ballot={ballot} onClose={() => setAsked(undefined)} />}
    </>
  );
};
