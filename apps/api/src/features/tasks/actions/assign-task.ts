import type { Given, tasksRoutes, TaskView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { takingGminas } from '../../initiatives/index.ts';
import { today } from '../../organizations/index.ts';
import { taskLifecycle } from '../task.lifecycle.ts';
import { taskPolicy } from '../task.policy.ts';
import { assigneeIssues, dueIssues, partakerIssues } from '../task.rules.ts';
import { readTaskIn } from '../tasks.queries.ts';
import { assignees, insertAssignments, lockTask, networkMembers, touchTask } from '../tasks.store.ts';

type Input = Given<typeof tasksRoutes.assignTask>;

/** Assigns an open task to more members of its network. */
export const assignTask = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<TaskView> =>
  unit.run(actor, async (work) => {
    const task = found(await lockTask(work, actor, params.id));
    allow(taskPolicy.assign(actor));
    taskLifecycle.move(task.state, 'work');
    const current = await readTaskIn(work, actor, task.id);
    expectVersion(body.version, task.version, () => current);
    const already = await assignees(work, task.id);
    refuse([
      ...dueIssues(task.dueOn, await today(work)),
      ...(task.initiativeId === null
        ? assigneeIssues(body.organizationIds, await networkMembers(work, task.networkId), already)
        : partakerIssues(body.organizationIds, await takingGminas(work, task.initiativeId), already)),
    ]);
    await insertAssignments(work, task.id, body.organizationIds, task.dueOn);
    await touchTask(work, task.id);
    work.record({
      kind: 'task.assigned',
      facts: {
        network: { pl: task.networkNamePl, en: task.networkNameEn },
        task: task.title,
        dueOn: task.dueOn,
        count: body.organizationIds.length,
        ...(task.initiativeId !== null && { initiativeId: task.initiativeId }),
      },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: task.networkId,
      taskId: task.id,
      organizationIds: body.organizationIds,
    });
    return readTaskIn(work, actor, task.id);
  });
