import type { Given, TaskChange, TaskChangeView, taskChangesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { NewEvent, UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { changed, movesAlong, outcomeOf } from '../task-change.rules.ts';
import { presentTaskChange } from '../task-changes.queries.ts';
import {
  insertTaskChange,
  lockTasks,
  lockUnfinished,
  saveDueDays,
  saveTasks,
  type ChangedTask,
  type ChoosableTask,
} from '../task-changes.store.ts';
import { tellReady } from '../tell-ready.ts';
import { taskPolicy } from '../task.policy.ts';
import { dueIssues } from '../task.rules.ts';

type Input = Given<typeof taskChangesRoutes.changeTasks>;

/** What every event of a changed task says of it. */
export const aboutTask = (actor: Actor, task: ChoosableTask, organizationIds: readonly string[]) => ({
  facts: { network: { pl: task.networkNamePl, en: task.networkNameEn }, task: task.title },
  actingFor: mainOffice(actor)?.organizationId ?? null,
  networkId: task.networkId,
  taskId: task.id,
  organizationIds,
});

/** What is told of a task that a change has changed. */
export const eventOfChange = (change: TaskChange, about: ReturnType<typeof aboutTask>): NewEvent => {
  if (change.kind === 'CLOSE') return { kind: 'task.closed', ...about };
  if (change.kind === 'PRIORITY')
    return { kind: change.priority === 'HIGH' ? 'task.made-urgent' : 'task.made-ordinary', ...about };
  return { kind: 'task.rescheduled', ...about, facts: { ...about.facts, dueOn: change.dueOn } };
};

/**
 * Does the same to several tasks in one transaction, and tells of each how it went: one that was changed since it was chosen
 * is left as it is. What was done is kept for as long as it can be undone.
 */
export const changeTasks = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<TaskChangeView> =>
  unit.run(actor, async (work) => {
    allow(taskPolicy.change(actor));
    const { tasks: chosen, change } = body;
    const ids = chosen.map(({ id }) => id);
    refuse([
      ...ids.flatMap((id, at) => (ids.indexOf(id) === at ? [] : [bodyIssue(`/tasks/${at}`, 'duplicate')])),
      ...(change.kind === 'DUE_ON' ? dueIssues(change.dueOn, await today(work), '/change/dueOn') : []),
    ]);
    const locked = new Map((await lockTasks(work, actor, ids)).map((task) => [task.id, task]));
    const outcomes = chosen.map(({ id, version }) => ({ id, outcome: outcomeOf(locked.get(id), version, change) }));
    const ready = outcomes.flatMap(({ id, outcome }) => (outcome === 'CHANGED' ? [locked.get(id)] : []));
    const changing = ready.filter((task) => task !== undefined);
    const unfinished = await lockUnfinished(
      work,
      changing.map(({ id }) => id),
    );
    const days = unfinished.filter(
      ({ taskId, dueOn }) =>
        change.kind === 'DUE_ON' && movesAlong(dueOn, locked.get(taskId)?.dueOn ?? '', change.dueOn),
    );
    await saveTasks(
      work,
      changing.map((task) => changed(task, change)),
    );
    if (change.kind === 'DUE_ON')
      await saveDueDays(
        work,
        days.map(({ id }) => ({ id, dueOn: change.dueOn })),
      );
    for (const task of changing) {
      const concerned = (change.kind === 'DUE_ON' ? days : unfinished).filter(({ taskId }) => taskId === task.id);
      const organizationIds = concerned.map(({ organizationId }) => organizationId);
      work.record(eventOfChange(change, aboutTask(actor, task, organizationIds)));
    }
    if (change.kind === 'CLOSE')
      await tellReady(
        work,
        actor,
        changing.map(({ id }) => id),
      );
    const kept = outcomes.map(({ id, outcome }): ChangedTask => {
      const task = locked.get(id);
      if (!task || outcome !== 'CHANGED') return { id, title: task?.title ?? null, outcome };
      const { title, dueOn, priority, state, version } = task;
      const dueDays = days.filter(({ taskId }) => taskId === id).map((own) => ({ id: own.id, dueOn: own.dueOn }));
      return { id, title, outcome, former: { dueOn, priority, state, version: version + 1, dueDays } };
    });
    return presentTaskChange(await insertTaskChange(work, { personId: actor.personId, change, tasks: kept }));
  });
