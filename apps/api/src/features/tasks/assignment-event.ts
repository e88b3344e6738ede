import type { NewEvent } from '../../kernel/work.ts';
import type { LockedAssignment } from './tasks.store.ts';

type Plain =
  | 'assignment.taken'
  | 'assignment.submitted'
  | 'assignment.accepted'
  | 'assignment.handed-over'
  | 'assignment.time-withdrawn'
  | 'assignment.time-granted';
type WithReason = 'assignment.returned' | 'assignment.declined' | 'assignment.time-asked' | 'assignment.time-refused';

/** What every event of an assignment says of it; `actingFor` is the gmina's own unless the secretariat decides. */
const about = (assignment: LockedAssignment, actingFor = assignment.organizationId) => ({
  actingFor,
  networkId: assignment.networkId,
  taskId: assignment.taskId,
  organizationId: assignment.organizationId,
  personId: assignment.keeperId,
});

const facts = (assignment: LockedAssignment) => ({
  network: { pl: assignment.networkNamePl, en: assignment.networkNameEn },
  task: assignment.title,
  organization: assignment.organizationName,
});

export const assignmentEvent = <K extends Plain>(
  kind: K,
  assignment: LockedAssignment,
  actingFor?: string,
): NewEvent<K> => ({ kind, facts: facts(assignment), ...about(assignment, actingFor) }) as NewEvent<K>;

/** An event that says why. */
export const reasonedEvent = <K extends WithReason>(
  kind: K,
  assignment: LockedAssignment,
  reason: string,
  actingFor?: string,
): NewEvent<K> => ({ kind, facts: { ...facts(assignment), reason }, ...about(assignment, actingFor) }) as NewEvent<K>;
