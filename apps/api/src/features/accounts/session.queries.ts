import type { Language, Office, OrganizationKind, SessionView, Theme } from '@blizej/contracts';
import { actingFor, type Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Database, type Reader } from '../../platform/database/database.ts';
import { countUnread } from '../activity/index.ts';
import { asksForSecondFactor, placesOf } from './session.policy.ts';
import { presentSession } from './session.presenter.ts';
import { looksLikeToken, slidingDays, touchMinutes } from './session.rules.ts';
import { hashToken } from './session.store.ts';

interface OfficeRow {
  personId: string;
  name: string;
  email: string;
  language: Language;
  theme: Theme;
  office: Office | null;
  organizationId: string;
  organizationName: string;
  organizationKind: OrganizationKind;
}

interface SessionRow extends OfficeRow {
  sessionId: string;
  expiresAt: Date;
  hasSecondFactor: boolean;
  stale: boolean;
  /** Whether this office is the one in which the person has chosen to act. */
  chosen: boolean | null;
}

const officeColumns = `
  person.id AS "personId", person.name, person.email, person.language, person.theme, appointment.office,
  organization.id AS "organizationId", organization.name AS "organizationName", organization.kind AS "organizationKind"`;
const officeJoins = `
  LEFT JOIN appointment ON appointment.person_id = person.id AND appointment.starts_on <= portal_today()
    AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
    -- Who works for a gmina that has left the association works for none.
    AND NOT EXISTS (SELECT FROM municipality WHERE municipality.organization_id = appointment.organization_id
      AND municipality.status IS DISTINCT FROM 'MEMBER')
  LEFT JOIN organization ON organization.id = appointment.organization_id`;

/** The whole way from a cookie to an actor: one statement, by the token's hash. */
const sessionText = `
  SELECT session.id AS "sessionId", session.expires_at AS "expiresAt",
         person.totp_since IS NOT NULL AS "hasSecondFactor",
         session.touched_at < portal_now() - interval '${touchMinutes} minutes' AS stale,
         appointment.id = session.acting_as_id AS chosen, ${officeColumns}
  FROM session JOIN person ON person.id = session.person_id AND person.active ${officeJoins}
  WHERE session.token_hash = $1 AND session.revoked_at IS NULL
    AND session.expires_at > portal_now() AND session.ends_at > portal_now()`;

const touchText = `
  UPDATE session SET touched_at = portal_now(),
    expires_at = least(ends_at, portal_now() + make_interval(days => ${slidingDays}))
  WHERE id = $1 AND revoked_at IS NULL AND touched_at < portal_now() - interval '${touchMinutes} minutes'`;

const toActor = (rows: readonly OfficeRow[]): Omit<Actor, 'request'> | undefined => {
  const [first] = rows;
  if (!first) return undefined;
  const { personId, name, email, language, theme } = first;
  return {
    personId,
    name,
    email,
    language,
    theme,
    offices: rows.flatMap(({ office, organizationId, organizationName, organizationKind }) =>
      office === null ? [] : [{ office, organizationId, organizationName, organizationKind }],
    ),
  };
};

/** A person in a session that is alive. */
export interface SignedIn {
  readonly person: Actor;
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly hasSecondFactor: boolean;
}

/** Who is behind a session's token, and moves the session's sliding end; undefined where the session has ended. */
export async function findSession(db: Database, token: string | undefined): Promise<SignedIn | undefined> {
  if (!looksLikeToken(token)) return undefined;
  const rows = await db.lookUp<SessionRow>('session_actor', sessionText, [hashToken(token)]);
  const person = toActor(rows);
  const [first] = rows;
  if (!person || !first) return undefined;
  const { sessionId, expiresAt, hasSecondFactor, stale } = first;
  if (stale) await db.lookUp('session_touch', touchText, [sessionId]);
  const chosen = rows.find((row) => row.chosen)?.organizationId;
  return { person: actingFor(person, chosen), sessionId, expiresAt, hasSecondFactor };
}

/** Whether nothing is open before a second factor is set up. */
export const isSecondFactorMissing = (
  { person, hasSecondFactor }: SignedIn,
  { secondFactorRequired }: { readonly secondFactorRequired: boolean },
): boolean => secondFactorRequired && !hasSecondFactor && asksForSecondFactor(person);

const byEmail = (email: string): Prisma.Sql => Prisma.sql`
  SELECT ${Prisma.raw(officeColumns)} FROM person ${Prisma.raw(officeJoins)}
  WHERE person.email = ${email.toLowerCase()} AND person.active`;

/** The session as its person sees it. */
export async function readSession(db: Reader, actor: Actor): Promise<SessionView> {
  const { expiresAt = new Date(), secondFactorMissing = false } = actor.request ?? {};
  return presentSession(actor, { expiresAt, secondFactorMissing }, await countUnread(db, actor), placesOf(actor));
}

/** The session of a token that was given out just now, as its person sees it. */
export async function readNewSession(
  db: Database,
  token: string,
  config: { readonly secondFactorRequired: boolean },
): Promise<SessionView> {
  const session = found(await findSession(db, token));
  const { person, sessionId, expiresAt } = session;
  const secondFactorMissing = isSecondFactorMissing(session, config);
  return readSession(db, { ...person, request: { id: '', sessionId, expiresAt, secondFactorMissing } });
}

/** A person as an actor outside any request: signing in, the demo, the tests. */
export async function actorByEmail(db: Reader, email: string): Promise<Actor | undefined> {
  return toActor(await db.rows<OfficeRow>(byEmail(email)));
}

/** The same inside a work. */
export async function actorIn(work: Work, email: string): Promise<Actor | undefined> {
  return toActor(await rowsOf<OfficeRow>(work, byEmail(email)));
}

/** What signing in compares: the person's id and password hash, for an active person with a password. */
export async function credentialsOf(
  db: Reader,
  email: string,
): Promise<{ id: string; passwordHash: string } | undefined> {
  const [row] = await db.rows<{ id: string; passwordHash: string }>(Prisma.sql`
    SELECT id, password_hash AS "passwordHash" FROM person
    WHERE email = ${email.toLowerCase()} AND active AND password_hash IS NOT NULL`);
  return row;
}
