import type { Given, TaskChangeView, taskChangesRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { NewEvent, UnitOfWork } from '../../../kernel/work.ts';
import { taskLifecycle } from '../task.lifecycle.ts';
import { taskPolicy } from '../task.policy.ts';
import { presentTaskChange } from '../task-changes.queries.ts';
import {
  lockTaskChange,
  lockTasks,
  lockUnfinished,
  saveDueDays,
  saveTasks,
  saveUndone,
  type ChangedTask,
  type ChoosableTask,
} from '../task-changes.store.ts';
import { aboutTask } from './change-tasks.ts';

type Input = Given<typeof taskChangesRoutes.undoTaskChange>;
type Former = NonNullable<ChangedTask['former']>;

/** What is told of a task that is put back. */
const eventOfReturn = (task: ChoosableTask, former: Former, about: ReturnType<typeof aboutTask>): NewEvent => {
  if (task.state !== former.state) return { kind: 'task.reopened', ...about };
  if (task.priority !== former.priority)
    return { kind: former.priority === 'HIGH' ? 'task.made-urgent' : 'task.made-ordinary', ...about };
  return { kind: 'task.rescheduled', ...about, facts: { ...about.facts, dueOn: former.dueOn } };
};

/**
 * Puts back what a change has changed: the tasks that nobody has changed since, and of their gminas those that still have the
 * day that the change gave them. What was closed is open again only while its network works.
 */
export const undoTaskChange = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<TaskChangeView> =>
  unit.run(actor, async (work) => {
    const made = found(await lockTaskChange(work, actor.personId, params.id));
    allow(taskPolicy.change(actor));
    if (made.isOver) throw new Problem('undo-over');
    const formers = new Map(made.tasks.flatMap(({ id, former }) => (former ? [[id, former] as const] : [])));
    const locked = await lockTasks(work, actor, [...formers.keys()]);
    const back = locked.filter(
      (task) =>
        task.version === formers.get(task.id)?.version &&
        (made.change.kind !== 'CLOSE' || (task.networkIsActive && taskLifecycle.allows(task.state, 'reopen'))),
    );
    const unfinished = await lockUnfinished(
      work,
      back.map(({ id }) => id),
    );
    await saveTasks(
      work,
      back.map((task) => ({ ...task, ...formers.get(task.id) })),
    );
    if (made.change.kind === 'DUE_ON')
      await saveDueDays(
        work,
        back.flatMap(({ id }) => formers.get(id)?.dueDays ?? []),
        made.change.dueOn,
      );
    for (const task of back) {
      const former = formers.get(task.id) as Former;
      const concerned = unfinished.filter(({ taskId }) => taskId === task.id);
      const about = aboutTask(
        actor,
        task,
        concerned.map(({ organizationId }) => organizationId),
      );
      work.record(eventOfReturn(task, former, about));
    }
    const isBack = new Set(back.map(({ id }) => id));
    const tasks = made.tasks.map((task): ChangedTask =>
      task.former && !isBack.has(task.id) ? { ...task, outcome: 'CHANGED_SINCE' } : task,
    );
    return presentTaskChange(await saveUndone(work, made.id, tasks));
  });
