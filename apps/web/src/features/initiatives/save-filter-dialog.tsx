import type { SavedFilter } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { TextControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { toast } from '../../ui/toast.ts';

interface SaveFilterDialogProps {
  readonly filters: SavedFilter['filters'];
  readonly onClose: () => void;
}

/** Gives the present filters a name, under which one finds them again. */
export const SaveFilterDialog = ({ filters, onClose }: SaveFilterDialogProps) => {
  const { t } = useTranslation('initiatives');
  const save = useDeed(api.saveFilter, ({ name }) => {
    onClose();
    toast({ message: t('filters.saved', { name }) });
  });
  const form = useContractForm(contract.saveFilter.body, {
    defaults: { name: '', filters },
    labels: { name: t('filters.name') },
    send: (body, outcome) => save.mutate({ body }, outcome),
  });
  return (
    <DeedDialog title={t('filters.save')} action={t('filters.send')} deed={save} onSend={form.submit} onClose={onClose}>
      <TextControl of={form} name="name" hint={t('filters.nameHint')} />
    </DeedDialog>
  );
};
