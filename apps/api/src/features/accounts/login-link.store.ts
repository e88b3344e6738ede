import { randomBytes } from 'node:crypto';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { hashToken } from './session.store.ts';

/** Makes the link of an invitation and gives its secret, which is never stored. It ends with the invitation. */
export async function insertInvitationLink(work: Work, invitationId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await transactionOf(work).$executeRaw`
    INSERT INTO login_link (purpose, token_hash, invitation_id, expires_at)
    SELECT 'INVITATION', ${hashToken(token)}, id, expires_at FROM invitation WHERE id = ${invitationId}::uuid`;
  return token;
}

/** Voids every link of an invitation. */
export async function voidInvitationLinks(work: Work, invitationId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE login_link SET used_at = portal_now() WHERE invitation_id = ${invitationId}::uuid AND used_at IS NULL`;
}

/** Locks the invitation behind a living link; undefined where the link is void. Two who use it at once queue here. */
export async function lockHeldInvitationId(work: Work, token: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ invitationId: string }>(
    work,
    Prisma.sql`
      SELECT invitation_id AS "invitationId" FROM login_link
      WHERE token_hash = ${hashToken(token)} AND purpose = 'INVITATION' AND used_at IS NULL AND expires_at > portal_now()
      FOR UPDATE`,
  );
  return row?.invitationId;
}
