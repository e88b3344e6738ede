import type { EventKind } from '@blizej/contracts';
import { decidingOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience } from '../../kernel/work.ts';

const deciders = (organizationId: string | undefined): Audience[] =>
  organizationId ? [{ organizations: [organizationId], offices: decidingOffices, reason: 'INFORMED' }] : [];

/** Signing in and out, and asking somebody in, is for the audit alone; that somebody has come is told. */
export const accountsAnnouncements: Announcements<
  Extract<EventKind, `person.${string}` | `invitation.${string}` | 'appointment.began'>
> = {
  'person.signed-in': () => [],
  'person.signed-out': () => [],
  'person.profile-changed': () => [],
  'person.erased': () => [],
  'person.identity-linked': () => [],
  'person.identity-unlinked': () => [],
  // Those who decide for the gmina have to find somebody else for the work.
  'person.blocked': ({ organizationId }) => [...deciders(organizationId), { secretariat: true, reason: 'INFORMED' }],
  'person.unblocked': ({ personId, organizationId }) => [
    ...(personId ? [{ person: personId, reason: 'INFORMED' } as const] : []),
    ...deciders(organizationId),
    { secretariat: true, reason: 'INFORMED' },
  ],
  'invitation.sent': () => [],
  'invitation.revoked': () => [],
  'appointment.began': ({ personId, organizationId }) => [
    ...(personId ? [{ person: personId, reason: 'INFORMED' } as const] : []),
    ...deciders(organizationId),
  ],
};
