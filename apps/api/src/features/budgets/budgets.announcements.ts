import type { EventKind } from '@blizej/contracts';
import { leadingOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';

type BudgetEvent = Extract<EventKind, `budget.${string}`>;

/** Whom the deed has found: those who take part and follow, or those who carry the initiative. */
const found = (event: NewEvent): readonly Audience[] => event.audiences ?? [];
const nobody = (): readonly Audience[] => [];

/** The people of the participant concerned who work on it. */
const participant = (event: NewEvent): Audience => ({
  organizations: event.organizationId ? [event.organizationId] : [],
  offices: [...leadingOffices, 'PARTNER_CONTACT'],
  reason: 'INFORMED',
});

/** Who is told of what happens with the money of initiatives. */
export const budgetsAnnouncements: Announcements<BudgetEvent> = {
  // A draft is of interest to those alone who had been asked to agree to the one before.
  'budget.planned': found,
  'budget.asked': (event) => [
    { organizations: event.organizationIds ?? [], offices: ['EXECUTIVE', 'PARTNER_CONTACT'], reason: 'DECIDE' },
    ...found(event),
  ],
  'budget.share-agreed': found,
  'budget.share-refused': found,
  'budget.agreed': found,
  'budget.changed': found,
  'budget.instalments-planned': nobody,
  'budget.claim-written': nobody,
  'budget.claim-submitted': found,
  'budget.claim-accepted': (event) => [participant(event)],
  'budget.claim-cut': (event) => [participant(event)],
  'budget.claim-returned': (event) => [participant(event)],
  'budget.received': (event) => [participant(event), ...found(event)],
  'budget.receipt-corrected': (event) => [participant(event), ...found(event)],
};
