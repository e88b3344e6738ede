import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskSummary } from '@blizej/contracts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Rows } from '../../ui/section.tsx';
import { Day } from '../../ui/time.tsx';
import { useProgressWords } from './answers-table.tsx';
import { ChangeBar, RecentChanges } from './task-change.tsx';
import { tasksQuery } from './tasks.queries.ts';

interface TaskRowProps {
  readonly task: TaskSummary;
  /** Absent where nothing can be done to it. */
  readonly choice: { readonly isChosen: boolean; readonly onChoose: (isChosen: boolean) => void } | undefined;
}

const TaskRow = ({ task: { id, title, dueOn, priority, progress, network }, choice }: TaskRowProps) => {
  const { t } = useTranslation(['tasks', 'common']);
  const words = useProgressWords();
  return (
    <li className="flex items-start gap-3 py-3">
      {choice && (
        <Checkbox isSelected={choice.isChosen} onChange={choice.onChoose}>
          <span className="sr-only">{t('change.choose', { task: title })}</span>
        </Checkbox>
      )}
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-6 gap-y-2 py-1">
        <div className="min-w-0 flex-1 basis-60">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <Link to="/app/zadania/$taskId" params={{ taskId: id }} look="plain">
              {title}
            </Link>
            {priority === 'HIGH' && (
              <strong className="text-small font-semibold text-amber-text">{t('common:priority.HIGH')}</strong>
            )}
          </p>
          <p className="text-small text-soft">
            <LocalizedText of={network.name} /> · <Day day={dueOn} />
          </p>
        </div>
        <div className="w-52">
          <Progress value={progress.answered} total={progress.total} label={words(progress)} />
        </div>
      </div>
    </li>
  );
};

interface ChoosableProps {
  readonly tasks: readonly TaskSummary[];
}

/** The tasks of the page; whoever may change them chooses some, or all. */
const Choosable = ({ tasks }: ChoosableProps) => {
  const { t } = useTranslation('tasks');
  const { abilities } = useSession();
  const [ids, setIds] = useState<readonly string[]>([]);
  const chosen = tasks.filter(({ id }) => ids.includes(id));
  const choose = (id: string, isChosen: boolean): void =>
    setIds(isChosen ? [...ids, id] : ids.filter((one) => one !== id));
  return (
    <div className="flex flex-col gap-2">
      {abilities.writeTask && (
        <Checkbox
          isSelected={chosen.length === tasks.length}
          isIndeterminate={chosen.length > 0 && chosen.length < tasks.length}
          onChange={(all) => setIds(all ? tasks.map(({ id }) => id) : [])}
        >
          {t('change.all', { count: tasks.length })}
        </Checkbox>
      )}
      <Rows>
        {tasks.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            choice={
              abilities.writeTask
                ? { isChosen: ids.includes(task.id), onChoose: (isChosen) => choose(task.id, isChosen) }
                : undefined
            }
          />
        ))}
      </Rows>
      {chosen.length > 0 && <ChangeBar tasks={chosen} onDone={() => setIds([])} />}
    </div>
  );
};

/** What the association asks, task by task: how far each has come. */
export const TaskList = ({ network }: { readonly network: string | undefined }) => {
  const { t } = useTranslation('tasks');
  const query = useInfiniteQuery(tasksQuery({ state: 'OPEN', ...(network && { network }) }));
  return (
    <>
      <RecentChanges />
      <Paged query={query} empty={<EmptyState title={t('none.tasks.title')}>{t('none.tasks.next')}</EmptyState>}>
        {(tasks) => <Choosable tasks={tasks} />}
      </Paged>
    </>
  );
};
