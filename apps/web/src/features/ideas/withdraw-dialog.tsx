import type { IdeaView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { toast } from '../../ui/toast.ts';

interface WithdrawProps {
  readonly idea: IdeaView;
  readonly onClose: () => void;
}

/** Its author takes an idea back, once and for all. */
export const WithdrawDialog = ({ idea: { id, version }, onClose }: WithdrawProps) => {
  const { t } = useTranslation('ideas');
  const withdraw = useDeed(api.withdrawIdea, () => {
    onClose();
    toast({ message: t('withdraw.done') });
  });
  return (
    <DeedDialog
      title={t('withdraw.title')}
      action={t('withdraw.action')}
      kind="danger"
      deed={withdraw}
      onSend={() => withdraw.mutate({ params: { id }, body: { version } })}
      onClose={onClose}
    >
      <p>{t('withdraw.what')}</p>
    </DeedDialog>
  );
};
