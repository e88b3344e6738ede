import { decidingOffices } from '../../kernel/actor.ts';
import type { Announcements } from '../../kernel/work.ts';

/** Who is told that an office has ended: whose it was, and those who decide for the organization. */
export const appointmentsAnnouncements: Announcements<'appointment.ended'> = {
  'appointment.ended': ({ personId, organizationId }) => [
    ...(personId ? [{ person: personId, reason: 'INFORMED' } as const] : []),
    { organizations: organizationId ? [organizationId] : [], offices: decidingOffices, reason: 'INFORMED' },
  ],
};
