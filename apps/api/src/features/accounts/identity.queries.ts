import type { IdentityView, Localized } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { presentIdentity, type IdentityRow } from './identity.presenter.ts';

/** The accounts with providers that the actor has linked: at most one a provider, so there is no page of them. */
export async function listIdentities(
  db: Reader,
  actor: Actor,
  nameOf: (provider: string) => Localized | null,
): Promise<IdentityView[]> {
  const rows = await db.rows<IdentityRow>(Prisma.sql`
    SELECT id, provider, created_at AS "linkedAt" FROM identity
    WHERE person_id = ${actor.personId}::uuid ORDER BY id`);
  return rows.map((row) => presentIdentity(row, nameOf(row.provider)));
}
