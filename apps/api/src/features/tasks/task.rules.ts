import type { AssignmentState, Issue, Progress, TaskState } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

/** States in which the gmina still owes an answer. */
export const unanswered: readonly AssignmentState[] = ['OPEN', 'IN_PROGRESS', 'RETURNED'];

/** Late: not answered although the due day is over, while the task is open. Days as `YYYY-MM-DD`. */
export const isLate = (assignment: { state: AssignmentState; dueOn: string }, today: string): boolean =>
  unanswered.includes(assignment.state) && assignment.dueOn < today;

/** How far a task has come, from its assignments: every assignment counts once, in one of the figures or as open. */
export const progressOf = (
  assignments: readonly { state: AssignmentState; dueOn: string }[],
  today: string,
  taskState: TaskState = 'OPEN',
): Progress => ({
  total: assignments.length,
  answered: assignments.filter(({ state }) => state === 'SUBMITTED' || state === 'ACCEPTED').length,
  accepted: assignments.filter(({ state }) => state === 'ACCEPTED').length,
  declined: assignments.filter(({ state }) => state === 'DECLINED').length,
  late: taskState === 'OPEN' ? assignments.filter((assignment) => isLate(assignment, today)).length : 0,
});

/** A due day is today or later. */
export const dueIssues = (dueOn: string, today: string, pointer = '/dueOn'): Issue[] =>
  dueOn < today ? [bodyIssue(pointer, 'due_in_past')] : [];

/** A later day is asked for, or given: after the one that is, and not over yet. */
export const laterDueIssues = (dueOn: string, current: string, today: string): Issue[] => {
  if (dueOn < today) return [bodyIssue('/dueOn', 'due_in_past')];
  return dueOn > current ? [] : [bodyIssue('/dueOn', 'not_later')];
};

/** Everybody asked is among those who may be, named once, and not asked already. One issue for each that is not. */
const amongIssues = (
  organizationIds: readonly string[],
  among: readonly string[],
  alreadyAssigned: readonly string[],
  code: 'not_in_network' | 'not_taking_part',
): Issue[] =>
  organizationIds.flatMap((id, index) => {
    const pointer = `/organizationIds/${index}`;
    if (organizationIds.indexOf(id) !== index) return [bodyIssue(pointer, 'duplicate')];
    if (alreadyAssigned.includes(id)) return [bodyIssue(pointer, 'already_assigned')];
    return among.includes(id) ? [] : [bodyIssue(pointer, code)];
  });

/** Everybody asked is an active member of the network. */
export const assigneeIssues = (
  organizationIds: readonly string[],
  networkMembers: readonly string[],
  alreadyAssigned: readonly string[] = [],
): Issue[] => amongIssues(organizationIds, networkMembers, alreadyAssigned, 'not_in_network');

/** Everybody asked takes part in the initiative, and is a member of the association. */
export const partakerIssues = (
  organizationIds: readonly string[],
  partakers: readonly string[],
  alreadyAssigned: readonly string[] = [],
): Issue[] => amongIssues(organizationIds, partakers, alreadyAssigned, 'not_taking_part');
