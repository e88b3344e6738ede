import type { AssignmentView, Given, tasksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { reasonedEvent } from '../assignment-event.ts';
import { assignmentLifecycle, taskLifecycle } from '../task.lifecycle.ts';
import { assignmentPolicy } from '../task.policy.ts';
import { readAssignmentIn } from '../tasks.queries.ts';
import { lockAssignment, saveAssignment } from '../tasks.store.ts';

type Input = Given<typeof tasksRoutes.declineAssignment>;

/** The gmina declines what is asked of it, with a reason that the secretariat is told. */
export const declineAssignment = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const assignment = found(await lockAssignment(work, actor, params.id, params.organizationId));
    allow(assignmentPolicy.decline(actor, assignment));
    taskLifecycle.move(assignment.taskState, 'work');
    const state = assignmentLifecycle.move(assignment.state, 'decline');
    const current = await readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
    expectVersion(body.version, assignment.version, () => current);
    await saveAssignment(work, assignment.id, { state, reason: body.reason });
    work.record(reasonedEvent('assignment.declined', assignment, body.reason));
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });
