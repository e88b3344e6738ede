import type { EventKind } from '@blizej/contracts';
import { decidingOffices, gminaOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';
import { leadingOffices } from '../../kernel/actor.ts';

type NetworkEvent = Extract<EventKind, `network.${string}` | `membership.${string}`>;

const gmina = (event: NewEvent) => (event.organizationId ? [event.organizationId] : []);

/** The secretariat puts it under another one, or has it closed; the lead knows. */
const mandateAtRisk = (event: NewEvent): readonly Audience[] => [
  { secretariat: true, reason: 'DECIDE' },
  { leadOf: event.networkId ?? '', offices: leadingOffices, reason: 'INFORMED' },
];

/** Who is told of what happens to networks and their memberships. */
export const networkAnnouncements: Announcements<NetworkEvent> = {
  'network.proposed': () => [{ secretariat: true, reason: 'DECIDE' }],
  'network.activated': (event) => [{ membersOf: event.networkId ?? '', offices: gminaOffices, reason: 'INFORMED' }],
  'network.rejected': (event) => [{ organizations: gmina(event), offices: gminaOffices, reason: 'INFORMED' }],
  'network.lead-changed': (event) => [
    { membersOf: event.networkId ?? '', offices: leadingOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  'network.extended': (event) => [{ membersOf: event.networkId ?? '', offices: gminaOffices, reason: 'INFORMED' }],
  'network.mandate-changed': (event) => [
    { leadOf: event.networkId ?? '', offices: leadingOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  'network.mandate-ending': (event) => mandateAtRisk(event),
  'network.mandate-ended': (event) => mandateAtRisk(event),
  'network.mandate-superseded': (event) => mandateAtRisk(event),
  'network.reviewed': (event) => [
    { membersOf: event.networkId ?? '', offices: gminaOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  'network.closing': (event) => [
    { leadOf: event.networkId ?? '', offices: leadingOffices, reason: 'DECIDE' },
    { secretariat: true, reason: 'INFORMED' },
    { membersOf: event.networkId ?? '', offices: gminaOffices, reason: 'INFORMED' },
  ],
  // Who works on it sees it on its page; nobody needs a message for each change.
  'network.report-written': () => [],
  'network.closed': (event) => [
    { membersOf: event.networkId ?? '', offices: gminaOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  // The gmina's mayor and coordinator have a decision to make …
  'membership.invited': (event) => [{ organizations: gmina(event), offices: decidingOffices, reason: 'DECIDE' }],
  'membership.requested': (event) => [{ organizations: gmina(event), offices: decidingOffices, reason: 'DECIDE' }],
  // … then the lead and the secretariat.
  'membership.confirmed': (event) => [
    { leadOf: event.networkId ?? '', offices: leadingOffices, reason: 'DECIDE' },
    { secretariat: true, reason: 'DECIDE' },
    { organizations: gmina(event), offices: gminaOffices, reason: 'INFORMED' },
  ],
  'membership.activated': (event) => [
    { organizations: gmina(event), offices: gminaOffices, reason: 'INFORMED' },
    { leadOf: event.networkId ?? '', offices: leadingOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  // Whoever of both sides has declined, the other one reads it.
  'membership.declined': (event) => [
    { organizations: gmina(event), offices: gminaOffices, reason: 'INFORMED' },
    { leadOf: event.networkId ?? '', offices: leadingOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  // The person concerned; the rest of the network sees it on its page.
  'membership.seated': ({ personId }) => (personId ? [{ person: personId, reason: 'INFORMED' }] : []),
  'membership.unseated': ({ personId }) => (personId ? [{ person: personId, reason: 'INFORMED' }] : []),
  'membership.left': (event) => [
    { leadOf: event.networkId ?? '', offices: leadingOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
};
