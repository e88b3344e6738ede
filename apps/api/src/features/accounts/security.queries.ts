import { pageSize, type HeldLink, type OwnSession, type SecurityView, type SessionProof } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { asksForSecondFactor } from './session.policy.ts';
import { hashToken } from './session.store.ts';

/** The browsers in which the actor is signed in, the newest first. */
export async function listSessions(
  db: Reader,
  actor: Actor,
  query: { cursor?: string | undefined },
): Promise<Page<OwnSession>> {
  const [before] = readCursor(query.cursor, 'id');
  const rows = await db.rows<{
    id: string;
    client: string | null;
    proof: SessionProof;
    createdAt: Date;
    lastUsedAt: Date;
  }>(Prisma.sql`
    SELECT id, client, proof, created_at AS "createdAt", touched_at AS "lastUsedAt" FROM session
    WHERE person_id = ${actor.personId}::uuid AND revoked_at IS NULL
      AND expires_at > portal_now() AND ends_at > portal_now()
      AND (${before ?? null}::uuid IS NULL OR id < ${before ?? null}::uuid)
    ORDER BY id DESC LIMIT ${pageSize + 1}`);
  return pageOf(
    rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
      current: row.id === actor.request?.sessionId,
    })),
    ({ id }) => [id],
  );
}

/** How the actor's account is secured. */
export async function readSecurity(
  db: Reader,
  actor: Actor,
  { secondFactorRequired }: { readonly secondFactorRequired: boolean },
): Promise<SecurityView> {
  const [row] = await db.rows<{ hasPassword: boolean; since: Date | null; codesLeft: number }>(Prisma.sql`
    SELECT password_hash IS NOT NULL AS "hasPassword", totp_since AS since,
           (SELECT count(*)::int FROM recovery_code WHERE person_id = person.id AND used_at IS NULL) AS "codesLeft"
    FROM person WHERE id = ${actor.personId}::uuid`);
  const { hasPassword, since, codesLeft } = found(row);
  return {
    email: actor.email,
    hasPassword,
    secondFactor: since && { since: since.toISOString(), codesLeft },
    secondFactorRequired: secondFactorRequired && asksForSecondFactor(actor),
  };
}

/** A link as whoever holds it sees it, with the person whose it is; undefined where it is void. */
export async function readHeldLink(db: Reader, token: string): Promise<(HeldLink & { personId: string }) | undefined> {
  const [row] = await db.rows<HeldLink & { personId: string }>(Prisma.sql`
    SELECT login_link.purpose, person.id AS "personId", person.name, coalesce(login_link.email, person.email) AS email,
           person.totp_since IS NOT NULL AS "secondFactor"
    FROM login_link JOIN person ON person.id = login_link.person_id AND person.active
    WHERE token_hash = ${hashToken(token)} AND used_at IS NULL AND expires_at > portal_now()`);
  return row;
}
