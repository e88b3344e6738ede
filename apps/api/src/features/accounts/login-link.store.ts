import type { Language, LinkPurpose } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { linkMinutes, mostLinks } from './link.rules.ts';
import { hashToken, newToken } from './session.store.ts';

/** Makes the link of an invitation and gives its secret, which is never stored. It ends with the invitation. */
export async function insertInvitationLink(work: Work, invitationId: string): Promise<string> {
  const token = newToken();
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

/** To whom a link goes, and with which secret. */
export interface AddressedLink {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/**
 * Makes a link for a person and gives its secret, which is never stored; undefined where there is no such person, their
 * account is blocked, or enough links are on the way.
 */
export async function insertPersonLink(
  work: Work,
  personId: string,
  purpose: LinkPurpose,
): Promise<AddressedLink | undefined> {
  const token = newToken();
  const [row] = await rowsOf<Omit<AddressedLink, 'token'>>(
    work,
    Prisma.sql`
      WITH made AS (
        INSERT INTO login_link (purpose, token_hash, person_id, expires_at)
        SELECT ${purpose}::link_purpose, ${hashToken(token)}, person.id,
               portal_now() + make_interval(mins => ${linkMinutes[purpose]})
        FROM person
        WHERE person.id = ${personId}::uuid AND person.active AND ${mostLinks} > (
          SELECT count(*) FROM login_link other WHERE other.person_id = person.id
            AND other.purpose = ${purpose}::link_purpose AND other.used_at IS NULL AND other.expires_at > portal_now())
        RETURNING person_id)
      SELECT person.name, person.email, person.language FROM made JOIN person ON person.id = made.person_id`,
  );
  return row && { ...row, token };
}

/**
 * Notes to which address a person wants to move; gives the id of the link that will prove it. Its secret is nobody's until
 * the letter is written. Whatever was asked before is void.
 */
export async function insertEmailLink(work: Work, personId: string, email: string): Promise<string> {
  await transactionOf(work).$executeRaw`
    UPDATE login_link SET used_at = portal_now()
    WHERE person_id = ${personId}::uuid AND purpose = 'EMAIL_CHANGE' AND used_at IS NULL`;
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO login_link (purpose, token_hash, person_id, email, expires_at)
      VALUES ('EMAIL_CHANGE', ${hashToken(newToken())}, ${personId}::uuid, ${email},
              portal_now() + make_interval(mins => ${linkMinutes.EMAIL_CHANGE}))
      RETURNING id`,
  );
  if (!row) throw new Error('A link was not written.');
  return row.id;
}

/** Gives the link to a new address its secret, in place of any former one; undefined where it has come to its end. */
export async function renewEmailLink(work: Work, linkId: string): Promise<AddressedLink | undefined> {
  const token = newToken();
  const [row] = await rowsOf<Omit<AddressedLink, 'token'>>(
    work,
    Prisma.sql`
      UPDATE login_link SET token_hash = ${hashToken(token)} FROM person
      WHERE login_link.id = ${linkId}::uuid AND used_at IS NULL AND expires_at > portal_now()
        AND person.id = person_id AND person.active
      RETURNING person.name, login_link.email, person.language`,
  );
  return row && { ...row, token };
}

/** Forgets a link whose letter could not be sent: it does not count among those on the way. */
export async function dropLink(work: Work, token: string): Promise<void> {
  await transactionOf(work).$executeRaw`DELETE FROM login_link WHERE token_hash = ${hashToken(token)}`;
}

/** Locks the person behind a living link, with the address that it proves; undefined where the link is void. */
export async function lockHeldLink(
  work: Work,
  token: string,
  purpose: LinkPurpose | 'EMAIL_CHANGE',
): Promise<{ personId: string; email: string | null } | undefined> {
  const [row] = await rowsOf<{ personId: string; email: string | null }>(
    work,
    Prisma.sql`
      SELECT login_link.person_id AS "personId", login_link.email
      FROM login_link JOIN person ON person.id = login_link.person_id AND person.active
      WHERE token_hash = ${hashToken(token)} AND purpose = ${purpose}::link_purpose AND used_at IS NULL
        AND expires_at > portal_now()
      FOR UPDATE OF login_link`,
  );
  return row;
}

/** Voids the links of a person: all of them, or those of one purpose. */
export async function voidPersonLinks(work: Work, personId: string, purpose?: LinkPurpose): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE login_link SET used_at = portal_now()
    WHERE person_id = ${personId}::uuid AND used_at IS NULL
      AND (${purpose ?? null}::link_purpose IS NULL OR purpose = ${purpose ?? null}::link_purpose)`;
}
