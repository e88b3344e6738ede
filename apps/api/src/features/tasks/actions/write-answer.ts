import type { AssignmentView, Given, tasksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { taskLifecycle } from '../task.lifecycle.ts';
import { assignmentPolicy } from '../task.policy.ts';
import { readAssignmentIn } from '../tasks.queries.ts';
import { lockAssignment, saveAssignment } from '../tasks.store.ts';
import { take } from './take-assignment.ts';

type Input = Given<typeof tasksRoutes.writeAnswer>;

/** Keeps an answer as far as it is written. Who writes what nobody has taken, takes it; a colleague's stays theirs. */
export const writeAnswer = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const assignment = found(await lockAssignment(work, actor, params.id, params.organizationId));
    allow(assignmentPolicy.answer(actor, assignment));
    taskLifecycle.move(assignment.taskState, 'work');
    const current = await readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
    expectVersion(body.version, assignment.version, () => current);
    if (assignment.state !== 'IN_PROGRESS') await take(work, actor, assignment);
    await saveAssignment(work, assignment.id, { state: 'IN_PROGRESS', answer: body.answer });
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });
