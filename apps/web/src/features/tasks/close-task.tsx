import type { TaskView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.ts';

/** Closes a task for good: what follows is said first. */
export const CloseTaskButton = ({ task }: { readonly task: TaskView }) => {
  const { t } = useTranslation('tasks');
  const [isOpen, setOpen] = useState(false);
  const close = useDeed(api.closeTask, () => {
    setOpen(false);
    toast({ message: t('close.done') });
  });
  const open = task.progress.total - task.progress.accepted - task.progress.declined;
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('close.action')}
      </Button>
      {isOpen && (
        <DeedDialog
          title={t('close.title')}
          action={t('close.action')}
          kind="danger"
          deed={close}
          onSend={() => close.mutate({ params: { id: task.id }, body: { version: task.version } })}
          onClose={() => setOpen(false)}
        >
          <p className="text-soft">{open > 0 ? t('close.open', { count: open }) : t('close.all')}</p>
        </DeedDialog>
      )}
    </>
  );
};
