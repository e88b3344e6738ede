import type { AssignmentView, Given, tasksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { contentOf } from '../answer-content.ts';
import { keptDraft } from '../answer.rules.ts';
import { taskLifecycle } from '../task.lifecycle.ts';
import { assignmentPolicy } from '../task.policy.ts';
import { readAssignmentIn } from '../tasks.queries.ts';
import { lockAssignment, readForms, saveAssignment } from '../tasks.store.ts';
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
    const forms = await readForms(work, assignment.taskId);
    const content = contentOf(forms, body, current);
    if (assignment.state !== 'IN_PROGRESS') await take(work, actor, assignment);
    if (content.form) {
      const { answers, issues } = keptDraft(forms, content.written);
      refuse(issues);
      const { version: formVersion } = content.form;
      await saveAssignment(work, assignment.id, { state: 'IN_PROGRESS', answers: { formVersion, values: answers } });
    } else {
      await saveAssignment(work, assignment.id, { state: 'IN_PROGRESS', answer: content.text });
    }
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });
