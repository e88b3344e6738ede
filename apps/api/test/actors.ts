import type { Office, OrganizationKind } from '@blizej/contracts';
import type { Actor } from '../src/kernel/actor.ts';

/** An actor for the tests of pure laws: who holds which office where. */
export const actorWith = (...offices: [Office, organizationId: string, kind?: OrganizationKind][]): Actor => ({
  personId: 'person',
  name: 'Osoba',
  email: 'osoba@example.org',
  language: 'pl',
  theme: 'system',
  offices: offices.map(([office, organizationId, kind]) => ({
    office,
    organizationId,
    organizationName: organizationId,
    organizationKind:
      kind ?? (office === 'SECRETARIAT' ? 'SECRETARIAT' : office === 'PARTNER_CONTACT' ? 'PARTNER' : 'MUNICIPALITY'),
  })),
});
