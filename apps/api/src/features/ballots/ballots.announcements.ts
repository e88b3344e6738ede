import type { EventKind } from '@blizej/contracts';
import { gminaOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';
import { votingOffices } from './ballot.policy.ts';

type BallotEvent = Extract<EventKind, `ballot.${string}`>;

/** Those who vote for the gminas concerned. */
const voters = (event: NewEvent, reason: Audience['reason']): Audience => ({
  organizations: event.organizationIds ?? (event.organizationId ? [event.organizationId] : []),
  offices: votingOffices,
  reason,
});

/** Both gminas, the person if it is one, and the secretariat, which keeps the documents. */
const proxyConcerns = (event: NewEvent): Audience[] => [
  voters(event, 'INFORMED'),
  ...(event.personId ? [{ person: event.personId, reason: 'INFORMED' } as const] : []),
  { secretariat: true, reason: 'INFORMED' },
];

/** Who is told of what happens to ballots. */
export const ballotsAnnouncements: Announcements<BallotEvent> = {
  // A draft is the secretariat's own until it is announced.
  'ballot.written': () => [],
  'ballot.changed': () => [],
  'ballot.announced': (event) => [voters(event, 'INFORMED')],
  'ballot.opened': (event) => [voters(event, 'DECIDE')],
  'ballot.reminded': (event) => [voters(event, 'ASKED')],
  // A vote that the other office of the gmina has cast is seen at once.
  'ballot.cast': (event) => [voters(event, 'INFORMED')],
  'ballot.extended': (event) => [voters(event, 'INFORMED')],
  'ballot.closed': (event) => [
    { organizations: event.organizationIds ?? [], offices: gminaOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  // Whoever runs the portal can bring the key back; whoever voted is told once the ballot is withdrawn.
  'ballot.key-missing': () => [{ secretariat: true, reason: 'ASKED' }],
  'ballot.withdrawn': (event) => [voters(event, 'INFORMED')],
  'ballot.cast-by-proxy': (event) => [voters(event, 'INFORMED')],
  // A letter at once: whoever votes for the gmina has to see that it is theirs.
  'ballot.paper-entered': (event) => [voters(event, 'ASKED')],
  'ballot.paper-replaced': () => [{ secretariat: true, reason: 'INFORMED' }],
  'ballot.proxy-named': (event) => proxyConcerns(event),
  'ballot.proxy-revoked': (event) => proxyConcerns(event),
};
