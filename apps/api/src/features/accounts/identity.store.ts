import { randomBytes } from 'node:crypto';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf } from '../../platform/database/database.ts';
import { attemptMinutes, type Attempt, type ProvenIdentity } from './identity.rules.ts';
import { hashToken } from './session.store.ts';

/** Keeps an attempt and gives its token, which is never stored. */
export async function insertAttempt(work: Work, provider: string, attempt: Attempt): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const { returnTo, ...kept } = attempt;
  await rowsOf(
    work,
    Prisma.sql`
      INSERT INTO oidc_attempt (token_hash, provider, kept, return_to)
      VALUES (${hashToken(token)}, ${provider}, ${JSON.stringify(kept)}::jsonb, ${returnTo})`,
  );
  return token;
}

/** Takes an attempt out, once; undefined where there is none with this provider that is young enough. */
export async function takeAttempt(work: Work, provider: string, token: string): Promise<Attempt | undefined> {
  const [row] = await rowsOf<{ provider: string; kept: Omit<Attempt, 'returnTo'>; returnTo: string; young: boolean }>(
    work,
    Prisma.sql`
      DELETE FROM oidc_attempt WHERE token_hash = ${hashToken(token)}
      RETURNING provider, kept, return_to AS "returnTo",
                created_at > portal_now() - make_interval(mins => ${attemptMinutes}) AS young`,
  );
  return row?.young && row.provider === provider ? { ...row.kept, returnTo: row.returnTo } : undefined;
}

/**
 * Locks the active person to whom an identity belongs: by the identity that is kept; else by e-mail, but only who has none
 * with this provider yet, for an address may have passed to somebody else there.
 */
export async function lockPersonByIdentity(
  work: Work,
  { provider, subject, email }: ProvenIdentity,
): Promise<string | undefined> {
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT id FROM person WHERE active AND id = coalesce(
        (SELECT person_id FROM identity WHERE provider = ${provider} AND subject = ${subject}),
        (SELECT id FROM person named WHERE email = ${email}
           AND NOT EXISTS (SELECT FROM identity WHERE person_id = named.id AND provider = ${provider})))
      FOR UPDATE`,
  );
  return row?.id;
}

/** Keeps an identity as a person's. `taken` where it is somebody else's, or the person has another with this provider. */
export async function insertIdentity(
  work: Work,
  personId: string,
  { provider, subject }: ProvenIdentity,
): Promise<'added' | 'kept' | 'taken'> {
  const added = await rowsOf(
    work,
    Prisma.sql`
      INSERT INTO identity (person_id, provider, subject) VALUES (${personId}::uuid, ${provider}, ${subject})
      ON CONFLICT DO NOTHING RETURNING id`,
  );
  if (added.length > 0) return 'added';
  const kept = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM identity
      WHERE provider = ${provider} AND subject = ${subject} AND person_id = ${personId}::uuid`,
  );
  return kept.length > 0 ? 'kept' : 'taken';
}

/** Removes one of the person's identities and gives its provider; undefined where the person has no such identity. */
export async function deleteIdentity(work: Work, personId: string, id: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ provider: string }>(
    work,
    Prisma.sql`DELETE FROM identity WHERE id = ${id}::uuid AND person_id = ${personId}::uuid RETURNING provider`,
  );
  return row?.provider;
}
