import type { Given, tasksRoutes, TaskView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { tellReady } from '../tell-ready.ts';
import { taskLifecycle } from '../task.lifecycle.ts';
import { taskPolicy } from '../task.policy.ts';
import { readTaskIn } from '../tasks.queries.ts';
import { assignees, lockTask, saveTaskState } from '../tasks.store.ts';

type Input = Given<typeof tasksRoutes.closeTask>;

/** Closes a task: it and its assignments are read-only from now on. */
export const closeTask = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<TaskView> =>
  unit.run(actor, async (work) => {
    const task = found(await lockTask(work, actor, params.id));
    allow(taskPolicy.close(actor));
    const state = taskLifecycle.move(task.state, 'close');
    const current = await readTaskIn(work, actor, task.id);
    expectVersion(body.version, task.version, () => current);
    await saveTaskState(work, task.id, state);
    work.record({
      kind: 'task.closed',
      facts: { network: { pl: task.networkNamePl, en: task.networkNameEn }, task: task.title },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: task.networkId,
      taskId: task.id,
      organizationIds: await assignees(work, task.id),
    });
    await tellReady(work, actor, [task.id]);
    return readTaskIn(work, actor, task.id);
  });
