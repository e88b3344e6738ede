import type { AssignmentSummary, TaskStage, TaskSummary } from '@blizej/contracts';
import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { createContext, use, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { assignmentTone } from '../../lib/states.ts';
import { classes } from '../../ui/classes.ts';
import { Link } from '../../ui/link.tsx';
import { Menu, menuItem } from '../../ui/menu.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Status } from '../../ui/status.tsx';
import { Day } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { useProgressWords } from './answers-table.tsx';
import { RecentChanges, useTaskChange } from './task-change.tsx';
import { assignmentsQuery, tasksQuery, type AssignmentColumn } from './tasks.queries.ts';

/** What is being dragged, from which column; moves it where it is dropped. */
interface Drag {
  readonly from: string;
  readonly moveTo: (column: string) => void;
}

const Dragging = createContext<{ readonly drag: Drag | null; readonly setDrag: (drag: Drag | null) => void }>({
  drag: null,
  setDrag: () => undefined,
});

interface ColumnProps<T> {
  readonly name: string;
  readonly title: string;
  readonly empty: string;
  readonly query: UseInfiniteQueryResult<InfiniteData<{ items: T[]; next: string | null }>>;
  readonly children: (item: T) => ReactNode;
}

const Column = <T,>({ name, title, empty, query, children }: ColumnProps<T>) => {
  const id = useId();
  const { drag, setDrag } = use(Dragging);
  const takes = drag !== null && drag.from !== name;
  return (
    // Dragging is for the pointer; the menu of each card does the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-labelledby={id}
      onDragOver={(event) => {
        if (takes) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        drag?.moveTo(name);
        setDrag(null);
      }}
      className={classes(
        'flex min-w-0 flex-col gap-3 rounded-card bg-sunken p-3',
        takes && 'outline-2 outline-dashed outline-sea',
      )}
    >
      <h2 id={id} className="px-1 font-semibold">
        {title}
      </h2>
      <Paged query={query} empty={<p className="px-1 pb-2 text-small text-soft">{empty}</p>}>
        {(items) => <ul className="flex flex-col gap-2">{items.map(children)}</ul>}
      </Paged>
    </section>
  );
};

interface CardProps {
  readonly column: string;
  /** Where it can be moved, in words. */
  readonly moves: readonly { readonly to: string; readonly label: string }[];
  readonly onMove: (to: string) => void;
  /** What the menu of moves is for. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Dragged by the pointer, moved by the menu with the keyboard or a finger. */
const Card = ({ column, moves, onMove, of, children }: CardProps) => {
  const { t } = useTranslation('tasks');
  const { setDrag } = use(Dragging);
  const isMovable = moves.length > 0;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      draggable={isMovable}
      onDragStart={({ dataTransfer }) => {
        // Firefox drags nothing that carries nothing.
        dataTransfer.setData('text/plain', of);
        dataTransfer.effectAllowed = 'move';
        setDrag({ from: column, moveTo: onMove });
      }}
      onDragEnd={() => setDrag(null)}
      className={classes(
        'flex items-start gap-1 rounded-control border border-line bg-surface p-3',
        isMovable && 'cursor-grab active:cursor-grabbing',
      )}
    >
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1.5">{children}</div>
      {isMovable && (
        <Menu
          label={t('board.moves', { of })}
          trigger={<Ellipsis aria-hidden className="size-5" />}
          triggerClass="-me-2 -mt-2 inline-flex size-11 items-center justify-center rounded-control text-soft hover:bg-sea-wash hover:text-sea"
        >
          {moves.map(({ to, label }) => (
            <button key={to} type="button" className={menuItem} onClick={() => onMove(to)}>
              {label}
            </button>
          ))}
        </Menu>
      )}
    </li>
  );
};

const Columns = ({ children }: { readonly children: ReactNode }) => {
  const [drag, setDrag] = useState<Drag | null>(null);
  return (
    <Dragging value={{ drag, setDrag }}>
      <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-4">{children}</div>
    </Dragging>
  );
};

interface Narrowing {
  readonly network: string | undefined;
}

const AssignmentCard = ({
  assignment,
  column,
}: {
  readonly assignment: AssignmentSummary;
  readonly column: AssignmentColumn;
}) => {
  const { t } = useTranslation(['tasks', 'common']);
  const navigate = useNavigate();
  const { task, organization, state, late, dueOn, keeper } = assignment;
  const take = useDeed(api.takeAssignment, () => toast({ message: t('answer.taken') }));
  const toPage = (said: 'answer' | 'decline'): void => {
    toast({ message: t(`board.${said}`) });
    void navigate({ to: '/app/zadania/$taskId', params: { taskId: task.id } });
  };
  const move = (to: string): void => {
    if (to === 'working') take.mutate({ params: { id: task.id, organizationId: organization.id } });
    else if (to === 'submitted' && column !== 'done') toPage('answer');
    else if (to === 'done' && column !== 'submitted') toPage('decline');
    else toast({ message: t(`board.cannot.${column}`) });
  };
  const moves =
    column === 'open' || column === 'working'
      ? [
          ...(column === 'open' || state === 'RETURNED' ? [{ to: 'working', label: t('board.to.working') }] : []),
          { to: 'submitted', label: t('board.to.submitted') },
          { to: 'done', label: t('board.to.done') },
        ]
      : [];
  return (
    <Card column={column} moves={moves} onMove={move} of={task.title}>
      <Link to="/app/zadania/$taskId" params={{ taskId: task.id }} look="plain">
        {task.title}
      </Link>
      <p className="text-small text-soft">
        <LocalizedText of={task.network.name} /> · {organization.name}
        {keeper && ` · ${t('common:keptBy', { name: keeper.name })}`}
      </p>
      <p className="flex flex-wrap items-center gap-2 text-small text-soft">
        {(late || column === 'done' || state === 'RETURNED') && (
          <Status tone={assignmentTone(assignment)}>
            {late ? t('common:late') : t(`common:assignmentState.${state}`)}
          </Status>
        )}
        <Day day={dueOn} />
      </p>
    </Card>
  );
};

const AssignmentColumn = ({ column, network }: Narrowing & { readonly column: AssignmentColumn }) => {
  const { t } = useTranslation('tasks');
  const query = useInfiniteQuery(assignmentsQuery({ show: column, ...(network && { network }) }));
  return (
    <Column name={column} title={t(`board.column.${column}`)} empty={t('board.empty')} query={query}>
      {(assignment) => (
        <AssignmentCard
          key={`${assignment.task.id}${assignment.organization.id}`}
          assignment={assignment}
          column={column}
        />
      )}
    </Column>
  );
};

const TaskCard = ({ task, stage }: { readonly task: TaskSummary; readonly stage: TaskStage }) => {
  const { t } = useTranslation(['tasks', 'common']);
  const words = useProgressWords();
  const { change } = useTaskChange();
  const move = (to: string): void => {
    if (to === 'CLOSED') change([task], { kind: 'CLOSE' });
    else toast({ message: t('board.byItself') });
  };
  return (
    <Card
      column={stage}
      moves={stage === 'CLOSED' ? [] : [{ to: 'CLOSED', label: t('board.to.CLOSED') }]}
      onMove={move}
      of={task.title}
    >
      <Link to="/app/zadania/$taskId" params={{ taskId: task.id }} look="plain">
        {task.title}
      </Link>
      <p className="text-small text-soft">
        <LocalizedText of={task.network.name} /> · <Day day={task.dueOn} />
        {task.priority === 'HIGH' && ` · ${t('common:priority.HIGH')}`}
      </p>
      <div className="w-full">
        <Progress value={task.progress.answered} total={task.progress.total} label={words(task.progress)} />
      </div>
    </Card>
  );
};

const TaskColumn = ({ stage, network }: Narrowing & { readonly stage: TaskStage }) => {
  const { t } = useTranslation('tasks');
  const query = useInfiniteQuery(tasksQuery({ stage, ...(network && { network }) }));
  return (
    <Column name={stage} title={t(`board.column.${stage}`)} empty={t('board.empty')} query={query}>
      {(task) => <TaskCard key={task.id} task={task} stage={stage} />}
    </Column>
  );
};

const columns: readonly AssignmentColumn[] = ['open', 'working', 'submitted', 'done'];
const stages: readonly TaskStage[] = ['ASKED', 'ANSWERING', 'COMPLETE', 'CLOSED'];

/** How far everything is: what a gmina is asked by its state, for the secretariat each task by its answers. */
export const Board = ({ network }: Narrowing) => {
  const { abilities } = useSession();
  return (
    <>
      {abilities.writeTask && <RecentChanges />}
      <Columns>
        {abilities.reviewAnswers
          ? stages.map((stage) => <TaskColumn key={stage} stage={stage} network={network} />)
          : columns.map((column) => <AssignmentColumn key={column} column={column} network={network} />)}
      </Columns>
    </>
  );
};
