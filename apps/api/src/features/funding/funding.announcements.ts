import type { EventKind } from '@blizej/contracts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';

type FundingEvent = Extract<
  EventKind,
  `programme.${string}` | `call.${string}` | `need.${string}` | `council.${string}` | `calendar.${string}`
>;

/** Those who follow it, or whom it may concern: the deed has found them. */
const concerned = (event: NewEvent): readonly Audience[] => event.audiences ?? [];
const nobody = (): readonly Audience[] => [];

/** Who is told of what happens with programmes, calls and needs. */
export const fundingAnnouncements: Announcements<FundingEvent> = {
  'programme.added': nobody,
  'programme.changed': nobody,
  'call.announced': concerned,
  'call.changed': nobody,
  'call.deadline-moved': concerned,
  'call.cancelled': concerned,
  'call.reminded': concerned,
  'call.chosen': concerned,
  'call.left': concerned,
  'call.imported': nobody,
  'need.stated': () => [{ secretariat: true, reason: 'INFORMED' }],
  'need.changed': nobody,
  'need.withdrawn': () => [{ secretariat: true, reason: 'INFORMED' }],
  'council.planned': nobody,
  'council.session-removed': nobody,
  'calendar.issued': nobody,
  'calendar.revoked': nobody,
};
