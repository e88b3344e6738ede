import type { EventKind } from '@blizej/contracts';
import { decidingOffices } from '../../kernel/actor.ts';
import type { Announcements, Audience } from '../../kernel/work.ts';

const deciders = (organizationId: string | undefined): Audience[] =>
  organizationId ? [{ organizations: [organizationId], offices: decidingOffices, reason: 'INFORMED' }] : [];

/**
 * Signing in and out, what secures an account, and asking somebody in, is for the audit alone (an account's own person gets
 * letters); that somebody has come is told.
 */
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
  'person.proved': () => [],
  'person.link-sent': () => [],
  'person.sessions-ended': () => [],
  'person.password-changed': () => [],
  'person.password-reset': () => [],
  'person.email-asked': () => [],
  'person.email-changed': () => [],
  'person.second-factor-set': () => [],
  'person.second-factor-removed': () => [],
  'person.recovery-codes-renewed': () => [],
  'person.recovery-code-used': () => [],
  'invitation.sent': () => [],
  'invitation.revoked': () => [],
  'appointment.began': ({ personId, organizationId }) => [
    ...(personId ? [{ person: personId, reason: 'INFORMED' } as const] : []),
    ...deciders(organizationId),
  ],
};
