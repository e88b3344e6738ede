import type { ValueEntryView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { AreaControl, TextControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { useFormat } from '../../lib/format.ts';
import { MoneyControl } from '../../lib/money-control.tsx';
import { toast } from '../../ui/toast.ts';

interface CorrectDialogProps {
  readonly organizationId: string;
  readonly entry: ValueEntryView;
  readonly onClose: () => void;
}

/** Declares what a confirmed entry should have come to. */
export const CorrectDialog = ({ organizationId, entry, onClose }: CorrectDialogProps) => {
  const { t } = useTranslation(['balances', 'common']);
  const format = useFormat();
  const { amount, corrections, text } = entry;
  const standing = corrections.reduce((sum, one) => sum + one.amount, amount);
  const correct = useDeed(api.correctValue, () => {
    onClose();
    toast({ message: t('correct.done') });
  });
  const form = useContractForm(contract.correctValue.body, {
    defaults: { reason: '', evidence: '' },
    labels: {
      rightAmount: t('correct.rightAmount'),
      reason: t('common:reason'),
      evidence: t('field.evidence'),
      evidenceUrl: t('field.evidenceUrl'),
    },
    send: (body, outcome) => correct.mutate({ params: { id: organizationId, entryId: entry.id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('correct.title', { text })}
      action={t('correct.send')}
      deed={correct}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('correct.what', { amount: format.money(standing) })}</p>
      <MoneyControl of={form} name="rightAmount" hint={t('correct.rightAmountHint')} />
      <AreaControl of={form} name="reason" maximum={2000} rows={2} />
      <AreaControl of={form} name="evidence" hint={t('field.evidenceHint')} maximum={1000} rows={2} />
      <TextControl of={form} name="evidenceUrl" type="url" />
    </DeedDialog>
  );
};
