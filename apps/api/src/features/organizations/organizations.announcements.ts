import type { EventKind } from '@blizej/contracts';
import { decidingOffices, gminaOffices } from '../../kernel/actor.ts';
import type { Announcements, NewEvent } from '../../kernel/work.ts';

type OrganizationsEvent = Extract<EventKind, 'municipalities.imported' | `organization.${string}` | `dues.${string}`>;

const gmina = (event: NewEvent) => (event.organizationId ? [event.organizationId] : []);

/** Who is told of what happens to organizations and their dues. */
export const organizationsAnnouncements: Announcements<OrganizationsEvent> = {
  /** The register's import is for the audit alone. */
  'municipalities.imported': () => [],
  'organization.candidate': (event) => [
    { organizations: gmina(event), offices: decidingOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  'organization.joined': (event) => [
    { organizations: gmina(event), offices: gminaOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  'organization.left': (event) => [
    { organizations: gmina(event), offices: gminaOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
  'dues.set': (event) => [
    { organizations: event.organizationIds ?? [], offices: decidingOffices, reason: 'INFORMED' },
    { secretariat: true, reason: 'INFORMED' },
  ],
};
