import type { AmendmentKind, AmendmentView, Paragraph, PositionView } from '@blizej/contracts';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ConfirmDeed } from '../../lib/confirm-deed.tsx';
import { AreaControl, RadioControl, useContractForm } from '../../lib/contract-form.tsx';
import { amendmentKind, api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.ts';

interface DialogProps {
  readonly position: PositionView;
  readonly onClose: () => void;
}

interface AmendDialogProps extends DialogProps {
  readonly paragraph: Paragraph;
  readonly number: number;
}

/** A gmina proposes other words for a paragraph. Until it is sent the proposal stays on this device. */
export const AmendDialog = ({ position, paragraph, number, onClose }: AmendDialogProps) => {
  const { t } = useTranslation('positions');
  const { id, mine, text } = position;
  const propose = useDeed(api.proposeAmendment, () => {
    onClose();
    toast({ message: t('amendment.proposed') });
  });
  const form = useContractForm(contract.proposeAmendment.body, {
    defaults: {
      organizationId: mine?.organization.id ?? '',
      paragraphId: paragraph.id,
      kind: 'REPLACE',
      pl: paragraph.pl,
      en: paragraph.en ?? undefined,
      reason: '',
      textNumber: text.number,
    },
    labels: { kind: t('amendment.what'), pl: t('amendment.pl'), en: t('amendment.en'), reason: t('amendment.reason') },
    draft: { name: `amendment.${paragraph.id}.${text.number}`, fields: ['kind', 'pl', 'en', 'reason'] },
    send: (body, outcome) => propose.mutate({ params: { id }, body }, outcome),
  });
  const kind: AmendmentKind = useWatch({ control: form.form.control, name: 'kind' });
  return (
    <DeedDialog
      title={t('amendment.title', { number, name: mine?.organization.name })}
      action={t('amendment.send')}
      deed={propose}
      onSend={form.submit}
      onClose={onClose}
    >
      <RadioControl
        of={form}
        name="kind"
        options={amendmentKind.options.map((value) => ({ value, label: t(`amendment.kind.${value}`) }))}
        onChosen={(chosen) => {
          // Other words begin from the paragraph's, a new paragraph from nothing.
          form.form.setValue('pl', chosen === 'REPLACE' ? paragraph.pl : undefined);
          form.form.setValue('en', chosen === 'REPLACE' ? (paragraph.en ?? undefined) : undefined);
        }}
      />
      {kind !== 'DELETE' && (
        <>
          <AreaControl of={form} name="pl" maximum={3000} />
          <AreaControl of={form} name="en" hint={t('amendment.enHint')} maximum={3000} />
        </>
      )}
      <AreaControl of={form} name="reason" hint={t('amendment.reasonHint')} maximum={2000} rows={3} />
    </DeedDialog>
  );
};

interface CommentDialogProps extends DialogProps {
  readonly paragraphId?: string;
}

export const CommentDialog = ({ position, paragraphId, onClose }: CommentDialogProps) => {
  const { t } = useTranslation('positions');
  const { id, mine } = position;
  const comment = useDeed(api.commentPosition, () => {
    onClose();
    toast({ message: t('comment.done') });
  });
  const form = useContractForm(contract.commentPosition.body, {
    defaults: { organizationId: mine?.organization.id ?? '', ...(paragraphId && { paragraphId }), text: '' },
    labels: { text: t('comment.text') },
    draft: { name: `comment.${paragraphId ?? id}`, fields: ['text'] },
    send: (body, outcome) => comment.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('comment.title', { name: mine?.organization.name })}
      action={t('comment.send')}
      deed={comment}
      onSend={form.submit}
      onClose={onClose}
    >
      <AreaControl of={form} name="text" hint={t('comment.hint')} maximum={2000} />
    </DeedDialog>
  );
};

interface DecideDialogProps extends DialogProps {
  readonly amendment: AmendmentView;
  readonly accepted: boolean;
}

/** The rapporteur accepts or rejects, and says why. */
export const DecideDialog = ({ position, amendment, accepted, onClose }: DecideDialogProps) => {
  const { t } = useTranslation('positions');
  const { id, version } = position;
  const name = amendment.organization.name;
  /** What cannot be accepted any more once this one is. */
  const others = position.amendments.filter(
    (other) =>
      other.id !== amendment.id &&
      other.state === 'PROPOSED' &&
      other.paragraphId === amendment.paragraphId &&
      !other.outdated &&
      (amendment.kind === 'DELETE' || (amendment.kind === 'REPLACE' && other.kind !== 'ADD_AFTER')),
  );
  const decide = useDeed(api.decideAmendment, () => {
    onClose();
    toast({ message: t(accepted ? 'amendment.accepted' : 'amendment.rejected', { name }) });
  });
  const form = useContractForm(contract.decideAmendment.body, {
    defaults: { accepted, reason: '', version },
    labels: { reason: t('amendment.reason') },
    send: (body, outcome) => decide.mutate({ params: { id, amendmentId: amendment.id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t(accepted ? 'amendment.acceptTitle' : 'amendment.rejectTitle', { name })}
      action={t(accepted ? 'amendment.accept' : 'amendment.reject')}
      kind={accepted ? 'primary' : 'danger'}
      deed={decide}
      onSend={form.submit}
      onClose={onClose}
    >
      {amendment.pl !== null && (
        <p className="max-w-prose whitespace-pre-line">
          <LocalizedText of={{ pl: amendment.pl, en: amendment.en }} />
        </p>
      )}
      <p className="text-soft">{t(accepted ? 'amendment.acceptWhat' : 'amendment.rejectWhat', { name })}</p>
      {accepted && others.length > 0 && (
        <Notice kind="care" title={t('amendment.others', { count: others.length })}>
          <p>{others.map(({ organization }) => organization.name).join(', ')}</p>
        </Notice>
      )}
      <AreaControl of={form} name="reason" hint={t('amendment.decisionHint')} maximum={2000} rows={3} />
    </DeedDialog>
  );
};

interface WithdrawAmendmentDialogProps extends DialogProps {
  readonly amendment: AmendmentView;
}

/** A gmina takes its amendment back, for good. */
export const WithdrawAmendmentDialog = ({ position, amendment, onClose }: WithdrawAmendmentDialogProps) => {
  const { t } = useTranslation('positions');
  return (
    <ConfirmDeed
      title={t('amendment.withdrawTitle', { name: amendment.organization.name })}
      action={t('amendment.withdraw')}
      kind="danger"
      route={api.withdrawAmendment}
      sent={{ params: { id: position.id, amendmentId: amendment.id } }}
      done={t('amendment.withdrawn')}
      onClose={onClose}
    >
      <p className="text-soft">{t('amendment.withdrawWhat')}</p>
    </ConfirmDeed>
  );
};
