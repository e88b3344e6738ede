import type { CallView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { AreaControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { MomentControl } from '../../lib/moment-control.tsx';
import { toast } from '../../ui/toast.ts';

interface DeadlineDialogProps {
  readonly call: CallView;
  readonly onClose: () => void;
}

/** Moves the deadlines of a call, and says why. */
export const DeadlineDialog = ({ call, onClose }: DeadlineDialogProps) => {
  const { t } = useTranslation(['funding', 'common']);
  const { id, version, closesAt, firstStageAt } = call;
  const move = useDeed(api.moveDeadline, () => {
    onClose();
    toast({ message: t('deadline.done') });
  });
  const form = useContractForm(contract.moveDeadline.body, {
    defaults: { closesAt, firstStageAt: firstStageAt ?? undefined, reason: '', version },
    labels: { closesAt: t('closesAt'), firstStageAt: t('firstStage'), reason: t('common:reason') },
    send: (body, outcome) => move.mutate({ params: { id }, body }, outcome),
  });
  return (
    <DeedDialog
      title={t('deadline.title')}
      action={t('deadline.send')}
      deed={move}
      onSend={form.submit}
      onClose={onClose}
    >
      <p className="text-soft">{t('deadline.what')}</p>
      <MomentControl of={form} name="closesAt" />
      <MomentControl of={form} name="firstStageAt" hint={t('field.firstStageHint')} />
      <AreaControl of={form} name="reason" hint={t('deadline.reasonHint')} maximum={2000} />
    </DeedDialog>
  );
};
