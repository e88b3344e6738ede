import type { AssignmentView, Given, tasksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { assignmentEvent } from '../assignment-event.ts';
import { assignmentLifecycle, taskLifecycle } from '../task.lifecycle.ts';
import { assignmentPolicy } from '../task.policy.ts';
import { readAssignmentIn } from '../tasks.queries.ts';
import { lockAssignment, saveAssignment, type LockedAssignment } from '../tasks.store.ts';

type Input = Given<typeof tasksRoutes.takeAssignment>;

/** The actor becomes the keeper: of what nobody has taken yet, or in place of a colleague. */
export const takeAssignment = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const assignment = found(await lockAssignment(work, actor, params.id, params.organizationId));
    allow(assignmentPolicy.answer(actor, assignment));
    taskLifecycle.move(assignment.taskState, 'work');
    await take(work, actor, assignment);
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });

/** Takes a locked assignment up for the actor, where it is not in the actor's hands already. */
export async function take(work: Work, actor: Actor, assignment: LockedAssignment): Promise<void> {
  const state = assignmentLifecycle.move(assignment.state, 'take');
  if (assignment.keeperId === actor.personId && assignment.state === state) return;
  await saveAssignment(work, assignment.id, { state, keeperId: actor.personId });
  if (assignment.keeperId !== actor.personId) work.record(assignmentEvent('assignment.taken', assignment));
}
