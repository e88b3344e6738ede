import { createHash, randomBytes } from 'node:crypto';
import type { SessionProof } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { absoluteDays, proofMinutes, slidingDays } from './session.rules.ts';

/** What is stored of a token. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A new secret of 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * Opens a session and gives its token, which is never stored. Whoever came by an outside provider and has a password or a
 * second factor here has not proved those: what is sensitive asks for them.
 */
export async function insertSession(
  work: Work,
  session: { readonly personId: string; readonly proof: SessionProof; readonly client: string | null },
): Promise<{ id: string; token: string }> {
  const token = newToken();
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO session (token_hash, person_id, proof, client, expires_at, ends_at, proved_at)
      SELECT ${hashToken(token)}, person.id, ${session.proof}::proof, ${session.client},
             portal_now() + make_interval(days => ${slidingDays}), portal_now() + make_interval(days => ${absoluteDays}),
             CASE WHEN ${session.proof} = 'OIDC' AND (person.password_hash IS NOT NULL OR person.totp_since IS NOT NULL)
               THEN portal_now() - interval '1 day' ELSE portal_now() END
      FROM person WHERE person.id = ${session.personId}::uuid
      RETURNING id`,
  );
  if (!row) throw new Error('A session was not written.');
  return { id: row.id, token };
}

/** Gives a session another token: the old one is worth nothing from then on. */
export async function renewToken(work: Work, sessionId: string): Promise<string> {
  const token = newToken();
  await transactionOf(work).$executeRaw`
    UPDATE session SET token_hash = ${hashToken(token)} WHERE id = ${sessionId}::uuid`;
  return token;
}

/** Chooses the office in which a session's person acts: the first that they hold today in the organization. */
export async function saveActingFor(work: Work, sessionId: string, organizationId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE session SET acting_as_id = (
      SELECT id FROM appointment WHERE person_id = session.person_id AND organization_id = ${organizationId}::uuid
        AND starts_on <= portal_today() AND (ends_on IS NULL OR ends_on >= portal_today())
      ORDER BY office, id LIMIT 1)
    WHERE id = ${sessionId}::uuid`;
}

/** Locks a session that is alive; gives whether its person has proved lately who they are, undefined where it has ended. */
export async function lockProof(work: Work, sessionId: string): Promise<boolean | undefined> {
  const [row] = await rowsOf<{ proved: boolean }>(
    work,
    Prisma.sql`
      SELECT proved_at > portal_now() - make_interval(mins => ${proofMinutes}) AS proved FROM session
      WHERE id = ${sessionId}::uuid AND revoked_at IS NULL FOR UPDATE`,
  );
  return row?.proved;
}

/** Notes that the person has proved just now who they are. */
export async function keepProof(work: Work, sessionId: string): Promise<void> {
  await transactionOf(work).$executeRaw`UPDATE session SET proved_at = portal_now() WHERE id = ${sessionId}::uuid`;
}

/** Ends the session of a token, if there is one. */
export async function revokeToken(work: Work, token: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE session SET revoked_at = portal_now() WHERE token_hash = ${hashToken(token)} AND revoked_at IS NULL`;
}

/** Ends every session of a person at once. */
export async function revokeSessionsOf(work: Work, personId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE session SET revoked_at = portal_now() WHERE person_id = ${personId}::uuid AND revoked_at IS NULL`;
}

/** Ends a session at once. */
export async function revokeSession(work: Work, sessionId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE session SET revoked_at = portal_now() WHERE id = ${sessionId}::uuid AND revoked_at IS NULL`;
}

/** Ends the living sessions of a person but one, or that one alone; gives how many ended. */
export async function revokeSessions(
  work: Work,
  personId: string,
  which: { readonly but: string | null } | { readonly only: string },
): Promise<number> {
  const chosen =
    'only' in which ? Prisma.sql`id = ${which.only}::uuid` : Prisma.sql`id IS DISTINCT FROM ${which.but}::uuid`;
  return transactionOf(work).$executeRaw`
    UPDATE session SET revoked_at = portal_now()
    WHERE person_id = ${personId}::uuid AND ${chosen} AND revoked_at IS NULL
      AND expires_at > portal_now() AND ends_at > portal_now()`;
}
