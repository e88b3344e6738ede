import type { Given, tasksRoutes, TaskView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { lockNetwork } from '../../networks/index.ts';
import { needsInCircle, saveNeeds, tasksOfNetwork } from '../task-needs.store.ts';
import { taskLifecycle } from '../task.lifecycle.ts';
import { taskPolicy } from '../task.policy.ts';
import { readTaskIn } from '../tasks.queries.ts';
import { lockTask } from '../tasks.store.ts';

type Input = Given<typeof tasksRoutes.changeNeeds>;

/**
 * Says what is to be finished before a task. The network is locked meanwhile: two who would make two tasks wait for each
 * other queue there.
 */
export const changeNeeds = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<TaskView> =>
  unit.run(actor, async (work) => {
    const task = found(await lockTask(work, actor, params.id));
    allow(taskPolicy.change(actor));
    await lockNetwork(work, actor, task.networkId);
    taskLifecycle.move(task.state, 'work');
    const current = await readTaskIn(work, actor, task.id);
    expectVersion(body.version, task.version, () => current);
    const ids = [...new Set(body.taskIds)];
    const here = await tasksOfNetwork(work, task.networkId, ids);
    refuse(
      body.taskIds.flatMap((id, at) => {
        if (!here.has(id)) return [bodyIssue(`/taskIds/${at}`, 'unknown_task')];
        return id === task.id ? [bodyIssue(`/taskIds/${at}`, 'needs_itself')] : [];
      }),
    );
    if (await needsInCircle(work, task.id, ids)) throw new Problem('needs-in-circle');
    await saveNeeds(work, task.id, ids);
    return readTaskIn(work, actor, task.id);
  });
