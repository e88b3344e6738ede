import type { AssignmentView, Given, tasksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { assignmentEvent } from '../assignment-event.ts';
import { contentOf } from '../answer-content.ts';
import { fileIssues, handedIn } from '../answer.rules.ts';
import { assignmentLifecycle, taskLifecycle } from '../task.lifecycle.ts';
import { assignmentPolicy } from '../task.policy.ts';
import { readAssignmentIn } from '../tasks.queries.ts';
import { addedFiles, lockAssignment, readForms, saveAssignment } from '../tasks.store.ts';
import { take } from './take-assignment.ts';

type Input = Given<typeof tasksRoutes.submitAnswer>;

/** Hands an answer in. What nobody had taken is taken by the same deed; what is handed in stays with the event. */
export const submitAnswer = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const assignment = found(await lockAssignment(work, actor, params.id, params.organizationId));
    allow(assignmentPolicy.answer(actor, assignment));
    taskLifecycle.move(assignment.taskState, 'work');
    const current = await readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
    if (assignment.state !== 'IN_PROGRESS') assignmentLifecycle.move(assignment.state, 'take');
    expectVersion(body.version, assignment.version, () => current);
    const content = contentOf(await readForms(work, assignment.taskId), body, current);
    if (assignment.state !== 'IN_PROGRESS') await take(work, actor, assignment);
    const state = assignmentLifecycle.move('IN_PROGRESS', 'submit');
    if (content.form) {
      const { answers, issues } = handedIn(content.form, content.written);
      refuse(issues);
      refuse(fileIssues(content.form, answers, await addedFiles(work, assignment.id)));
      const { version: formVersion } = content.form;
      await saveAssignment(work, assignment.id, { state, answers: { formVersion, values: answers } });
      work.record({ ...assignmentEvent('assignment.submitted', assignment), detail: { answers, formVersion } });
    } else {
      await saveAssignment(work, assignment.id, { state, answer: content.text });
      work.record({ ...assignmentEvent('assignment.submitted', assignment), detail: { answer: content.text } });
    }
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });
