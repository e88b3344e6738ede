import type { EventKind } from '@blizej/contracts';
import { leadingOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';

type BalanceEvent = Extract<EventKind, `balance.${string}`>;

/** Those whose confirmation it needs: the deed has found them. */
const asked = (event: NewEvent): readonly Audience[] => event.audiences ?? [];
/** Whoever has declared it: those who decide for the gmina see it on its page. */
const declarer = (event: NewEvent): readonly Audience[] =>
  event.personId ? [{ person: event.personId, reason: 'INFORMED' }] : [];

/** Who is told of what happens with the gminas' balances. */
export const balancesAnnouncements: Announcements<BalanceEvent> = {
  'balance.value-declared': asked,
  'balance.correction-declared': asked,
  'balance.value-confirmed': declarer,
  'balance.value-refused': declarer,
  'balance.value-withdrawn': () => [],
  'balance.year-closed': (event) => [
    { organizations: event.organizationIds ?? [], offices: leadingOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
};
