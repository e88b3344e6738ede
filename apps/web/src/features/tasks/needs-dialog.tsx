import type { TaskView } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { Paged } from '../../lib/paged.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Day } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { tasksQuery } from './tasks.queries.ts';

interface NeedsDialogProps {
  readonly task: TaskView;
  readonly onClose: () => void;
}

/** Chooses among the network's other tasks: the open ones, and those that were chosen before. */
export const NeedsDialog = ({ task, onClose }: NeedsDialogProps) => {
  const { t } = useTranslation('tasks');
  const query = useInfiniteQuery(tasksQuery({ network: task.network.id, state: 'OPEN' }));
  const [chosen, setChosen] = useState<readonly string[]>(task.needs.map(({ id }) => id));
  const change = useDeed(api.changeNeeds, () => {
    onClose();
    toast({ message: t('needs.done') });
  });
  const finished = task.needs.filter(({ state }) => state === 'CLOSED');
  return (
    <DeedDialog
      title={t('needs.change')}
      action={t('needs.send')}
      deed={change}
      onSend={() => change.mutate({ params: { id: task.id }, body: { taskIds: [...chosen], version: task.version } })}
      onClose={onClose}
    >
      <p className="text-soft">{t('needs.what')}</p>
      <Paged query={query} empty={<EmptyState title={t('needs.noOther.title')}>{t('needs.noOther.next')}</EmptyState>}>
        {(open) => (
          <fieldset className="flex flex-col gap-1">
            <legend className="sr-only">{t('needs.needs')}</legend>
            {[...finished, ...open]
              .filter(({ id }) => id !== task.id)
              .map(({ id, title, dueOn }) => (
                <Checkbox
                  key={id}
                  isSelected={chosen.includes(id)}
                  onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
                >
                  {title}
                  <span className="ps-2 text-small text-soft">
                    <Day day={dueOn} />
                  </span>
                </Checkbox>
              ))}
          </fieldset>
        )}
      </Paged>
    </DeedDialog>
  );
};
