import { tasksAtOnce, undoMinutes, type TaskChange, type TaskChangeView, type TaskSummary } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedDialog } from '../../lib/deed-dialog.tsx';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toast } from '../../ui/toast.ts';
import { taskChangesQuery } from './tasks.queries.ts';

type Chosen = Pick<TaskSummary, 'id' | 'version' | 'dueOn'>;

const changedIn = ({ items }: TaskChangeView): number => items.filter(({ outcome }) => outcome === 'CHANGED').length;

/** Undoes a change of tasks, and says how much of it could be. */
const useUndo = () => {
  const { t } = useTranslation('tasks');
  return useDeed(api.undoTaskChange, (view) => toast({ message: t('change.undone', { count: changedIn(view) }) }));
};

/** Does the same to some tasks at once; what was done can be undone from where it is told. */
export const useTaskChange = (onDone?: () => void) => {
  const { t } = useTranslation('tasks');
  const undo = useUndo();
  const deed = useDeed(api.changeTasks, (view) => {
    onDone?.();
    const count = changedIn(view);
    toast({
      message: t(`change.done.${view.change.kind}`, { count }),
      ...(count > 0 && {
        undo: { label: t('change.undo'), onUndo: () => undo.mutate({ params: { id: view.id } }) },
      }),
    });
  });
  const change = (tasks: readonly Chosen[], what: TaskChange): void =>
    deed.mutate({
      body: { tasks: tasks.slice(0, tasksAtOnce).map(({ id, version }) => ({ id, version })), change: what },
    });
  return { deed, change };
};

interface MoveDayProps {
  readonly tasks: readonly Chosen[];
  readonly onDone?: () => void;
}

/** Gives tasks another due day. */
export const MoveDayButton = ({ tasks, onDone }: MoveDayProps) => {
  const { t } = useTranslation('tasks');
  const { today } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const [tried, setTried] = useState(false);
  const { deed, change } = useTaskChange(() => {
    setOpen(false);
    onDone?.();
  });
  const isValid = day >= today;
  const send = (): void => {
    setTried(true);
    if (isValid) change(tasks, { kind: 'DUE_ON', dueOn: day });
  };
  const open = (): void => {
    const [first] = tasks;
    setDay(tasks.length === 1 && first ? first.dueOn : '');
    setTried(false);
    deed.reset();
    setOpen(true);
  };
  return (
    <>
      <Button kind="quiet" onPress={open}>
        {t('change.move.action')}
      </Button>
      {isOpen && (
        <DeedDialog
          title={t('change.move.title', { count: tasks.length })}
          action={t('change.move.send')}
          deed={deed}
          onSend={send}
          onClose={() => setOpen(false)}
        >
          <DateField
            label={t('change.move.day')}
            hint={t('change.move.hint')}
            value={day}
            earliest={today}
            onChange={setDay}
            error={tried && !isValid ? t('change.move.past') : undefined}
          />
        </DeedDialog>
      )}
    </>
  );
};

interface ChangeBarProps {
  readonly tasks: readonly TaskSummary[];
  readonly onDone: () => void;
}

/** What can be done to the tasks that were chosen; all of it can be undone. */
export const ChangeBar = ({ tasks, onDone }: ChangeBarProps) => {
  const { t } = useTranslation('tasks');
  const { deed, change } = useTaskChange(onDone);
  const isUrgent = tasks.every(({ priority }) => priority === 'HIGH');
  return (
    <section
      aria-label={t('change.label')}
      className="sticky bottom-20 z-20 flex flex-col gap-2 rounded-card border border-line bg-surface px-4 py-2 shadow-lift lg:bottom-4 print:hidden"
    >
      <div className="flex flex-wrap items-center gap-x-2">
        <p role="status" className="grow font-semibold">
          {t('change.chosen', { count: tasks.length })}
        </p>
        <MoveDayButton tasks={tasks} onDone={onDone} />
        <Button
          kind="quiet"
          isPending={deed.isPending}
          onPress={() => change(tasks, { kind: 'PRIORITY', priority: isUrgent ? 'NORMAL' : 'HIGH' })}
        >
          {t(isUrgent ? 'change.ordinary' : 'change.urgent')}
        </Button>
        <Button kind="quiet" isPending={deed.isPending} onPress={() => change(tasks, { kind: 'CLOSE' })}>
          {t('change.close')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('change.nothing')}
        </Button>
      </div>
      <DeedFailure error={deed.error} />
    </section>
  );
};

/** What one has done to several tasks a moment ago: what it did not reach, and the way back. */
export const RecentChanges = () => {
  const { t } = useTranslation('tasks');
  const { data: changes } = useQuery(taskChangesQuery());
  const undo = useUndo();
  const [latest] = changes ?? [];
  if (!latest) return null;
  const { id, change, items } = latest;
  const count = changedIn(latest);
  const left = items.filter(({ outcome }) => outcome !== 'CHANGED');
  return (
    <Notice kind={left.length > 0 ? 'care' : 'calm'} title={t(`change.done.${change.kind}`, { count })}>
      {left.length > 0 && (
        <>
          <p>{t('change.left')}</p>
          <ul className="list-disc ps-5">
            {left.map((item) => (
              <li key={item.id}>
                {[item.title ?? t('change.untitled'), t(`change.outcome.${item.outcome}`)].join(' – ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {count > 0 && (
        <p className="flex flex-wrap items-center gap-x-3">
          <Button isPending={undo.isPending} onPress={() => undo.mutate({ params: { id } })}>
            {t('change.undo')}
          </Button>
          <span className="text-small text-soft">{t('change.until', { minutes: undoMinutes })}</span>
        </p>
      )}
      <DeedFailure error={undo.error} />
    </Notice>
  );
};
