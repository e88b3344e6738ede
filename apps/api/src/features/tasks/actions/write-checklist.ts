import { stepsAtMost, type AssignmentView, type checklistsRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { deleteStep, insertStep, saveOrder, saveStep, stepIds } from '../checklists.store.ts';
import { taskLifecycle } from '../task.lifecycle.ts';
import { assignmentPolicy } from '../task.policy.ts';
import { readAssignmentIn } from '../tasks.queries.ts';
import { lockAssignment, type LockedAssignment } from '../tasks.store.ts';

type To<Name extends keyof typeof checklistsRoutes> = Given<(typeof checklistsRoutes)[Name]>;

/** The list with a step at a place, counted without it; beyond its end is its end. */
const placed = (ids: readonly string[], id: string, position: number): string[] =>
  ids.filter((other) => other !== id).toSpliced(position, 0, id);

/**
 * Does something to the steps of a gmina's own way to its answer. They are a note among colleagues: no event tells of them, for
 * feeds, exports and the audit are read by others.
 */
const onChecklist = (
  unit: UnitOfWork,
  actor: Actor,
  params: { readonly id: string; readonly organizationId: string },
  deed: (work: Work, assignment: LockedAssignment, ids: readonly string[]) => Promise<void>,
): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const assignment = found(await lockAssignment(work, actor, params.id, params.organizationId));
    allow(assignmentPolicy.answer(actor, assignment));
    taskLifecycle.move(assignment.taskState, 'work');
    await deed(work, assignment, await stepIds(work, assignment.id));
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });

export const addStep = (unit: UnitOfWork, actor: Actor, { params, body }: To<'addStep'>): Promise<AssignmentView> =>
  onChecklist(unit, actor, params, async (work, assignment, ids) => {
    if (ids.length >= stepsAtMost) refuse([bodyIssue('/text', 'too_many_steps')]);
    const position = body.position ?? ids.length;
    const id = await insertStep(work, { assignmentId: assignment.id, text: body.text, position });
    await saveOrder(work, placed(ids, id, position));
  });

export const changeStep = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: To<'changeStep'>,
): Promise<AssignmentView> =>
  onChecklist(unit, actor, params, async (work, _assignment, ids) => {
    const id = found(ids.find((one) => one === params.stepId));
    await saveStep(work, id, body, actor.personId);
    if (body.position !== undefined) await saveOrder(work, placed(ids, id, body.position));
  });

export const removeStep = (unit: UnitOfWork, actor: Actor, { params }: To<'removeStep'>): Promise<AssignmentView> =>
  onChecklist(unit, actor, params, async (work, _assignment, ids) => {
    await deleteStep(work, found(ids.find((one) => one === params.stepId)));
  });
