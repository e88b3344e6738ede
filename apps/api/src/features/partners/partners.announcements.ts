import type { EventKind } from '@blizej/contracts';
import { decidingOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';

type PartnersEvent = Extract<EventKind, `partner.${string}` | `card.${string}`>;

/** It shows on the page; nobody needs a message. */
const nobody = (): readonly Audience[] => [];
/** Who has proposed it. */
const proposer = ({ personId }: NewEvent): readonly Audience[] =>
  personId ? [{ person: personId, reason: 'INFORMED' }] : [];
/** Who decides for the gmina whose it is. */
const gmina = ({ organizationIds = [] }: NewEvent): readonly Audience[] => [
  { organizations: organizationIds, offices: decidingOffices, reason: 'INFORMED' },
];

/** Who is told of what happens with partners, and with the cards by which they are looked for. */
export const partnersAnnouncements: Announcements<PartnersEvent> = {
  'partner.proposed': () => [{ secretariat: true, reason: 'DECIDE' }],
  'partner.added': nobody,
  'partner.accepted': proposer,
  'partner.changed': nobody,
  'partner.archived': proposer,
  'partner.person-noted': nobody,
  'partner.person-removed': nobody,
  'partner.contacted': nobody,
  'partner.contact-removed': nobody,
  'partner.twinned': gmina,
  'partner.twin-changed': nobody,
  'partner.untwinned': gmina,
  'card.written': nobody,
  'card.changed': nobody,
  // Those who carry the initiative with it, and the secretariat, which is asked for partners.
  'card.published': (event) => [{ secretariat: true, reason: 'INFORMED' }, ...gmina(event), ...(event.audiences ?? [])],
  'card.closed': gmina,
};
