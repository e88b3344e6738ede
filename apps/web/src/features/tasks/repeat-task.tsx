import type { TaskView } from '@blizej/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

// Its form is checked by the contract's own schema: loaded by whoever opens it.
const RepeatDialog = lazy(async () => ({ default: (await import('./repeat-dialog.tsx')).RepeatDialog }));

/** Has a task come again and again. */
export const RepeatTaskButton = ({ task }: { readonly task: TaskView }) => {
  const { t } = useTranslation('tasks');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {t('repeat.action')}
      </Button>
      <Suspense>{isOpen && <RepeatDialog task={task} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
};
