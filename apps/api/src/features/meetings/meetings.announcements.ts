import type { EventKind } from '@blizej/contracts';
import { gminaOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';

type MeetingEvent = Extract<EventKind, `meeting.${string}`>;

/** The people of the member gminas. */
const members = (event: NewEvent, reason: Audience['reason'] = 'INFORMED'): readonly Audience[] => [
  { organizations: event.organizationIds ?? [], offices: gminaOffices, reason },
];

/** Those who are present and vote for the gminas. */
const voters = (event: NewEvent, reason: Audience['reason']): readonly Audience[] => [
  { organizations: event.organizationIds ?? [], offices: ['EXECUTIVE', 'DELEGATE'], reason },
];

/** Who is told of what happens to meetings. */
export const meetingsAnnouncements: Announcements<MeetingEvent> = {
  'meeting.planned': () => [],
  'meeting.changed': (event) => members(event),
  'meeting.convened': (event) => members(event),
  'meeting.opened': (event) => voters(event, 'ASKED'),
  'meeting.gmina-came': () => [],
  'meeting.gmina-left': () => [],
  // Who votes is asked by the ballot itself.
  'meeting.put-to-vote': () => [],
  'meeting.closed': (event) => members(event),
  'meeting.cancelled': (event) => members(event),
};
