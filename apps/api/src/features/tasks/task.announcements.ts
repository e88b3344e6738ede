import type { EventKind } from '@blizej/contracts';
import { decidingOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';
import { answeringOffices } from './task.policy.ts';

type TaskEvent = Extract<EventKind, `task.${string}` | `assignment.${string}`>;

/** The keeper, where there is one; otherwise everybody of the gmina who may answer. */
const keeperOrGmina = (event: NewEvent, reason: Audience['reason']): Audience[] => [
  ...(event.personId ? [{ person: event.personId, reason } as const] : []),
  {
    organizations: event.organizationId ? [event.organizationId] : [],
    offices: event.personId ? decidingOffices : answeringOffices,
    reason: event.personId ? 'INFORMED' : reason,
  },
];

/** Who is told of what happens to tasks. */
export const taskAnnouncements: Announcements<TaskEvent> = {
  'task.assigned': (event) => [
    { organizations: event.organizationIds ?? [], offices: answeringOffices, reason: 'ASKED' },
  ],
  // Only who has begun to write needs to know: whoever has not, finds the new questions.
  'task.form-changed': (event) => [
    { organizations: event.organizationIds ?? [], offices: answeringOffices, reason: 'INFORMED' },
  ],
  'task.rescheduled': (event) => [
    { organizations: event.organizationIds ?? [], offices: answeringOffices, reason: 'INFORMED' },
  ],
  'task.made-urgent': (event) => [
    { organizations: event.organizationIds ?? [], offices: answeringOffices, reason: 'INFORMED' },
  ],
  // That it may wait shows on the page.
  'task.made-ordinary': () => [],
  'task.reopened': (event) => [
    { organizations: event.organizationIds ?? [], offices: answeringOffices, reason: 'INFORMED' },
  ],
  // Whoever is asked is told when a task of it comes.
  'task.repeated': () => [],
  'task.repeat-stopped': () => [],
  // The secretariat gives the network a mandate, or stops it.
  'task.repeat-paused': () => [{ secretariat: true, reason: 'DECIDE' }],
  'task.ready': (event) => [
    { organizations: event.organizationIds ?? [], offices: answeringOffices, reason: 'INFORMED' },
  ],
  'task.closed': (event) => [
    { organizations: event.organizationIds ?? [], offices: answeringOffices, reason: 'INFORMED' },
  ],
  // That a colleague works on it shows on the page; nobody needs a message.
  'assignment.taken': () => [],
  'assignment.submitted': (event) => [
    { secretariat: true, reason: 'DECIDE' },
    { organizations: event.organizationId ? [event.organizationId] : [], offices: decidingOffices, reason: 'INFORMED' },
  ],
  // To the new keeper, or where there is none, to those who may become it.
  'assignment.handed-over': (event) => keeperOrGmina(event, 'ASKED'),
  'assignment.accepted': (event) => keeperOrGmina(event, 'INFORMED'),
  'assignment.returned': (event) => keeperOrGmina(event, 'ASKED'),
  'assignment.time-asked': () => [{ secretariat: true, reason: 'DECIDE' }],
  'assignment.time-withdrawn': () => [],
  'assignment.time-granted': (event) => keeperOrGmina(event, 'INFORMED'),
  // It still has to be answered, and sooner than was hoped.
  'assignment.time-refused': (event) => keeperOrGmina(event, 'ASKED'),
  // The letter of the day says it too; here it stands in the inbox.
  'assignment.escalated': (event) => (event.personId ? [{ person: event.personId, reason: 'INFORMED' }] : []),
  'assignment.declined': (event) => [{ secretariat: true, reason: 'INFORMED' }, ...keeperOrGmina(event, 'INFORMED')],
};
