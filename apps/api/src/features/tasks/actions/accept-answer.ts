import type { AssignmentView, Given, tasksRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { assignmentEvent } from '../assignment-event.ts';
import { assignmentLifecycle, taskLifecycle } from '../task.lifecycle.ts';
import { assignmentPolicy } from '../task.policy.ts';
import { readAssignmentIn } from '../tasks.queries.ts';
import { lockAssignment, saveAssignment } from '../tasks.store.ts';

type Input = Given<typeof tasksRoutes.acceptAnswer>;

/** Accepts an answer that was handed in. */
export const acceptAnswer = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const assignment = found(await lockAssignment(work, actor, params.id, params.organizationId));
    allow(assignmentPolicy.review(actor));
    taskLifecycle.move(assignment.taskState, 'work');
    const state = assignmentLifecycle.move(assignment.state, 'accept');
    const current = await readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
    expectVersion(body.version, assignment.version, () => current);
    await saveAssignment(work, assignment.id, { state, reason: null });
    work.record(assignmentEvent('assignment.accepted', assignment, mainOffice(actor)?.organizationId));
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });
