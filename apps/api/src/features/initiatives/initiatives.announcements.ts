import type { EventKind } from '@blizej/contracts';
import { decidingOffices, leadingOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';

type InitiativeEvent = Extract<EventKind, `initiative.${string}`>;

/** Those who take part and those who follow: the deed has found them. */
const concerned = (event: NewEvent): readonly Audience[] => event.audiences ?? [];
/** It shows on the page; nobody needs a message. */
const nobody = (): readonly Audience[] => [];

/** Who is told of what happens with initiatives. */
export const initiativesAnnouncements: Announcements<InitiativeEvent> = {
  'initiative.proposed': () => [{ secretariat: true, reason: 'INFORMED' }],
  'initiative.changed': nobody,
  'initiative.prepared': concerned,
  'initiative.applied': concerned,
  'initiative.funded': concerned,
  'initiative.started': concerned,
  'initiative.completed': concerned,
  'initiative.abandoned': concerned,
  'initiative.level-changed': concerned,
  // Who decides for the organization confirms it; whoever leads knows.
  'initiative.part-declared': (event) => [
    { organizations: event.organizationId ? [event.organizationId] : [], offices: decidingOffices, reason: 'DECIDE' },
    { organizations: event.organizationIds ?? [], offices: leadingOffices, reason: 'INFORMED' },
  ],
  'initiative.part-confirmed': concerned,
  'initiative.part-withdrawn': (event) => [{ secretariat: true, reason: 'INFORMED' }, ...concerned(event)],
  'initiative.lead-changed': concerned,
  'initiative.planned': nobody,
  'initiative.milestone-reached': concerned,
  'initiative.risks-assessed': nobody,
  'initiative.indicator-added': nobody,
  'initiative.indicator-removed': nobody,
  'initiative.measured': concerned,
  'initiative.decided': concerned,
  // The secretariat finds another lead, where it was the lead that left.
  'initiative.member-left': (event) => [{ secretariat: true, reason: 'INFORMED' }, ...concerned(event)],
  'initiative.card-published': concerned,
  'initiative.card-withdrawn': concerned,
};
