import type { AssignmentView, dueRequestsRoutes, Given } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { assignmentEvent, reasonedEvent } from '../assignment-event.ts';
import { assignmentPolicy } from '../task.policy.ts';
import { laterDueIssues } from '../task.rules.ts';
import { readAssignmentIn } from '../tasks.queries.ts';
import {
  closeDueRequests,
  insertDueRequest,
  lockAssignment,
  saveDueDay,
  type LockedAssignment,
} from '../tasks.store.ts';

type To<Name extends keyof typeof dueRequestsRoutes> = Given<(typeof dueRequestsRoutes)[Name]>;

/** What is to be decided, as it stands for the actor; 409 where it is no longer so. */
async function standing(
  work: Work,
  actor: Actor,
  params: { readonly id: string; readonly organizationId: string },
  allowed: (assignment: LockedAssignment) => boolean,
  ability: 'askForTime' | 'withdrawTimeRequest' | 'decideTimeRequest',
): Promise<{ assignment: LockedAssignment; view: AssignmentView }> {
  const assignment = found(await lockAssignment(work, actor, params.id, params.organizationId));
  allow(allowed(assignment));
  const view = await readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  if (!view.abilities[ability]) throw new Problem('wrong-state', { state: view.dueRequest?.state ?? view.state });
  return { assignment, view };
}

/** The request that the actor has decided on is the one that stands. */
const expectRequest = (view: AssignmentView, requestId: string): void => {
  if (view.dueRequest?.id !== requestId) throw new Problem('wrong-state', { state: view.state });
};

/** The gmina asks for a later day; one request at a time. */
export const askForTime = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: To<'askForTime'>,
): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const ours = (of: LockedAssignment): boolean => assignmentPolicy.askForTime(actor, of);
    const { assignment, view } = await standing(work, actor, params, ours, 'askForTime');
    refuse(laterDueIssues(body.dueOn, view.dueOn, await today(work)));
    await insertDueRequest(work, { assignmentId: assignment.id, ...body });
    const event = reasonedEvent('assignment.time-asked', assignment, body.reason);
    work.record({ ...event, facts: { ...event.facts, dueOn: body.dueOn } });
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });

/** The gmina needs no later day any more. */
export const withdrawTimeRequest = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: To<'withdrawTimeRequest'>,
): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const ours = (of: LockedAssignment): boolean => assignmentPolicy.askForTime(actor, of);
    const { assignment, view } = await standing(work, actor, params, ours, 'withdrawTimeRequest');
    expectRequest(view, body.requestId);
    await closeDueRequests(work, assignment.id, 'WITHDRAWN');
    work.record(assignmentEvent('assignment.time-withdrawn', assignment));
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });

/** Gives the gmina a later day: the one that it asks for, or another. Reminders follow it by themselves. */
export const grantTime = (unit: UnitOfWork, actor: Actor, { params, body }: To<'grantTime'>): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const { assignment, view } = await standing(
      work,
      actor,
      params,
      () => assignmentPolicy.review(actor),
      'decideTimeRequest',
    );
    expectRequest(view, body.requestId);
    refuse(laterDueIssues(body.dueOn, view.dueOn, await today(work)));
    await closeDueRequests(work, assignment.id, 'GRANTED');
    await saveDueDay(work, assignment.id, body.dueOn);
    const event = assignmentEvent('assignment.time-granted', assignment, mainOffice(actor)?.organizationId);
    work.record({ ...event, facts: { ...event.facts, dueOn: body.dueOn } });
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });

/** Leaves the day as it is, and says why. */
export const refuseTime = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: To<'refuseTime'>,
): Promise<AssignmentView> =>
  unit.run(actor, async (work) => {
    const { assignment, view } = await standing(
      work,
      actor,
      params,
      () => assignmentPolicy.review(actor),
      'decideTimeRequest',
    );
    expectRequest(view, body.requestId);
    await closeDueRequests(work, assignment.id, 'REFUSED', body.reason);
    work.record(reasonedEvent('assignment.time-refused', assignment, body.reason, mainOffice(actor)?.organizationId));
    return readAssignmentIn(work, actor, assignment.taskId, assignment.organizationId);
  });
