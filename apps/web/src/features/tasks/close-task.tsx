import type { TaskView } from '@blizej/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { useTaskChange } from './task-change.tsx';

/** Closes a task: what follows is said first, and for some minutes it can be undone. */
export const CloseTaskButton = ({ task }: { readonly task: TaskView }) => {
  const { t } = useTranslation('tasks');
  const [isOpen, setOpen] = useState(false);
  const { deed, change } = useTaskChange(() => setOpen(false));
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
          deed={deed}
          onSend={() => change([task], { kind: 'CLOSE' })}
          onClose={() => setOpen(false)}
        >
          <p className="text-soft">{open > 0 ? t('close.open', { count: open }) : t('close.all')}</p>
        </DeedDialog>
      )}
    </>
  );
};
