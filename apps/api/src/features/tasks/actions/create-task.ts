import type { Given, tasksRoutes, TaskView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { lockNetwork, networkLifecycle } from '../../networks/index.ts';
import { today } from '../../organizations/index.ts';
import { taskPolicy } from '../task.policy.ts';
import { assigneeIssues, dueIssues } from '../task.rules.ts';
import { readTaskIn } from '../tasks.queries.ts';
import { insertAssignments, insertTask, networkMembers } from '../tasks.store.ts';

type Input = Given<typeof tasksRoutes.createTask>;

/** Writes a task under its network's mandate and assigns it to members of the network at once. */
export const createTask = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<TaskView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, body.networkId));
    allow(taskPolicy.write(actor));
    networkLifecycle.move(network.state, 'work');
    if (network.mandateId === null) throw new Problem('mandate-missing');
    refuse([
      ...dueIssues(body.dueOn, await today(work)),
      ...assigneeIssues(body.organizationIds, await networkMembers(work, network.id)),
    ]);
    const { title, dueOn, priority, organizationIds } = body;
    const id = await insertTask(work, {
      networkId: network.id,
      mandateId: network.mandateId,
      title,
      body: body.body,
      dueOn,
      priority,
    });
    await insertAssignments(work, id, organizationIds, dueOn);
    work.record({
      kind: 'task.assigned',
      facts: { network: { pl: network.namePl, en: network.nameEn }, task: title, dueOn, count: organizationIds.length },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      taskId: id,
      organizationIds,
    });
    return readTaskIn(work, actor, id);
  });
