import type { EventKind } from '@blizej/contracts';
import { decidingOffices } from '../../kernel/actor.ts';
import type { Announcements } from '../../kernel/work.ts';

/** Signing in and out, and asking somebody in, is for the audit alone; that somebody has come is told. */
export const accountsAnnouncements: Announcements<
  Extract<EventKind, `person.${string}` | `invitation.${string}` | 'appointment.began'>
> = {
  'person.signed-in': () => [],
  'person.signed-out': () => [],
  'person.identity-linked': () => [],
  'person.identity-unlinked': () => [],
  'invitation.sent': () => [],
  'invitation.revoked': () => [],
  'appointment.began': ({ personId, organizationId }) => [
    ...(personId ? [{ person: personId, reason: 'INFORMED' } as const] : []),
    ...(organizationId
      ? [{ organizations: [organizationId], offices: decidingOffices, reason: 'INFORMED' } as const]
      : []),
  ],
};
