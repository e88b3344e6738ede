import { createHash, randomBytes } from 'node:crypto';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { absoluteDays, slidingDays } from './session.rules.ts';

/** How a person proved who they are. */
export type Proof = 'PASSWORD' | 'LINK' | 'OIDC';

/** What is stored of a token. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Opens a session and gives its token, which is never stored. */
export async function insertSession(work: Work, personId: string, proof: Proof): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await rowsOf(
    work,
    Prisma.sql`
      INSERT INTO session (token_hash, person_id, proof, expires_at, ends_at)
      VALUES (${hashToken(token)}, ${personId}::uuid, ${proof}::proof, portal_now() + make_interval(days => ${slidingDays}),
              portal_now() + make_interval(days => ${absoluteDays}))`,
  );
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
