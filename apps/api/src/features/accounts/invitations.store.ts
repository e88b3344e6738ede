import type { InvitationState, Language, Office, OrganizationKind } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Holder } from '../../kernel/holdings.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { visibleInvitations } from './invitation.policy.ts';
import { invitationDays } from './invitation.rules.ts';

/** The one place where `visibleInvitations` becomes SQL; expects the table under its own name. */
export const invitationIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleInvitations(actor);
  return Prisma.sql`(${scope.everything} OR invitation.organization_id = ANY (${scope.organizationIds}::uuid[]))`;
};

/** The state of an invitation, which follows from its moments. */
export const invitationState = Prisma.sql`
  CASE WHEN invitation.accepted_at IS NOT NULL THEN 'ACCEPTED' WHEN invitation.revoked_at IS NOT NULL THEN 'REVOKED'
       WHEN invitation.expires_at <= portal_now() THEN 'EXPIRED' ELSE 'OPEN' END`;

export interface LockedInvitation {
  id: string;
  name: string;
  email: string;
  office: Office;
  language: Language;
  organizationId: string;
  organizationName: string;
  /** Null where the portal itself invited. */
  invitedById: string | null;
  inviterEmail: string | null;
  startsOn: string;
  endsOn: string | null;
  basis: string | null;
  supersedesId: string | null;
  state: InvitationState;
}

const lockedColumns = Prisma.sql`
  invitation.id, invitation.name, invitation.email, invitation.office, invitation.language,
  invitation.organization_id AS "organizationId", organization.name AS "organizationName",
  invitation.invited_by_id AS "invitedById", inviter.email AS "inviterEmail", invitation.starts_on::text AS "startsOn",
  invitation.ends_on::text AS "endsOn", invitation.basis, invitation.supersedes_id AS "supersedesId",
  ${invitationState} AS state`;
const lockedJoins = Prisma.sql`
  FROM invitation JOIN organization ON organization.id = invitation.organization_id
  LEFT JOIN person inviter ON inviter.id = invitation.invited_by_id`;

/** Locks an invitation, whoever may see it. */
export async function lockInvitation(work: Work, id: string): Promise<LockedInvitation | undefined> {
  const [row] = await rowsOf<LockedInvitation>(
    work,
    Prisma.sql`SELECT ${lockedColumns} ${lockedJoins} WHERE invitation.id = ${id}::uuid FOR UPDATE OF invitation`,
  );
  return row;
}

/** Locks an invitation that the actor may see; undefined where invisible. */
export async function lockVisibleInvitation(
  work: Work,
  actor: Actor,
  id: string,
): Promise<LockedInvitation | undefined> {
  const [row] = await rowsOf<LockedInvitation>(
    work,
    Prisma.sql`
      SELECT ${lockedColumns} ${lockedJoins}
      WHERE invitation.id = ${id}::uuid AND ${invitationIsVisible(actor)} FOR UPDATE OF invitation`,
  );
  return row;
}

/** The name and the kind of an organization to which somebody is invited: a gmina is a member of the association. */
export async function organizationToJoin(
  work: Work,
  id: string,
): Promise<{ name: string; kind: OrganizationKind } | undefined> {
  const [row] = await rowsOf<{ name: string; kind: OrganizationKind }>(
    work,
    Prisma.sql`
      SELECT name, kind FROM organization LEFT JOIN municipality ON municipality.organization_id = organization.id
      WHERE organization.id = ${id}::uuid AND (kind <> 'MUNICIPALITY' OR status = 'MEMBER')`,
  );
  return row;
}

/** The organizations that carry an initiative, not ended yet, in which another takes part. */
export async function carriersWith(work: Work, organizationId: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT DISTINCT coalesce(lead.organization_id, initiative.proposed_by_id) AS id
      FROM initiative_part part JOIN initiative ON initiative.id = part.initiative_id
      LEFT JOIN initiative_part lead ON lead.initiative_id = initiative.id AND lead.role = 'LEAD_PARTNER'
        AND lead.state = 'CONFIRMED'
      WHERE part.organization_id = ${organizationId}::uuid AND part.state <> 'WITHDRAWN'
        AND initiative.stage NOT IN ('COMPLETED', 'ABANDONED')`,
  );
  return rows.map(({ id }) => id);
}

export interface NewInvitation {
  readonly name: string;
  readonly email: string;
  readonly office: Office;
  readonly organizationId: string;
  readonly language: Language;
  /** `YYYY-MM-DD`; absent: today. */
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly basis?: string;
  readonly supersedesId?: string;
}

/**
 * Keeps an invitation and gives its id; undefined where one of that address to that office is open. One that has expired
 * makes room.
 */
export async function insertInvitation(
  work: Work,
  invitedById: string | null,
  { name, email, office, organizationId, language, startsOn, endsOn, basis, supersedesId }: NewInvitation,
): Promise<string | undefined> {
  await transactionOf(work).$executeRaw`
    UPDATE invitation SET revoked_at = portal_now()
    WHERE email = ${email} AND organization_id = ${organizationId}::uuid AND office = ${office}::office
      AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at <= portal_now()`;
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO invitation (id, name, email, office, organization_id, language, starts_on, ends_on, basis, supersedes_id,
                              invited_by_id, expires_at)
      VALUES (portal_id(), ${name}, ${email}, ${office}::office, ${organizationId}::uuid, ${language}::language,
              coalesce(${startsOn ?? null}::date, portal_today()), ${endsOn ?? null}::date, ${basis ?? null},
              ${supersedesId ?? null}::uuid, ${invitedById}::uuid,
              portal_now() + make_interval(days => ${invitationDays}))
      ON CONFLICT DO NOTHING RETURNING id`,
  );
  return row?.id;
}

/** Begins the days of an invitation anew. */
export async function renewInvitation(work: Work, id: string, invitedById: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE invitation SET expires_at = portal_now() + make_interval(days => ${invitationDays}),
      invited_by_id = ${invitedById}::uuid
    WHERE id = ${id}::uuid`;
}

/** Notes that an invitation has come to its end. */
export async function endInvitation(work: Work, id: string, how: 'accepted' | 'revoked'): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE invitation SET accepted_at = CASE WHEN ${how} = 'accepted' THEN portal_now() END,
      revoked_at = CASE WHEN ${how} = 'revoked' THEN portal_now() END
    WHERE id = ${id}::uuid`;
}

export interface InvitationLetter {
  name: string;
  email: string;
  language: Language;
  office: Office;
  organization: string;
  inviter: string;
  hasAccount: boolean;
  expiresAt: Date;
  timeZone: string;
}

/** What the letter of an open invitation says; undefined where it has come to its end. */
export async function letterOfInvitation(work: Work, id: string): Promise<InvitationLetter | undefined> {
  const [row] = await rowsOf<InvitationLetter>(
    work,
    Prisma.sql`
      SELECT invitation.name, invitation.email, invitation.language, invitation.office, organization.name AS organization,
             coalesce(inviter.name, association.name_pl) AS inviter,
             EXISTS (SELECT FROM person WHERE person.email = invitation.email) AS "hasAccount", invitation.expires_at AS "expiresAt", association.time_zone AS "timeZone"
      FROM invitation JOIN organization ON organization.id = invitation.organization_id
      LEFT JOIN person inviter ON inviter.id = invitation.invited_by_id CROSS JOIN association
      WHERE invitation.id = ${id}::uuid AND ${invitationState} = 'OPEN'`,
  );
  return row;
}

/**
 * The secretariat's organization, where nobody works there nor is asked to: made if need be. Undefined where somebody does
 * or is. Of several instances that start together one goes on; the others wait here.
 */
export async function lockEmptySecretariat(work: Work, name: string): Promise<string | undefined> {
  await transactionOf(work).$executeRaw`SELECT pg_advisory_xact_lock(hashtext('blizej first secretary'))`;
  await transactionOf(work).$executeRaw`
    INSERT INTO organization (kind, name) VALUES ('SECRETARIAT', ${name}) ON CONFLICT DO NOTHING`;
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT id FROM organization WHERE kind = 'SECRETARIAT'
        AND NOT EXISTS (SELECT FROM appointment JOIN person ON person.id = appointment.person_id AND person.active
          WHERE office = 'SECRETARIAT' AND (ends_on IS NULL OR ends_on >= portal_today()))
        AND NOT EXISTS (SELECT FROM invitation WHERE office = 'SECRETARIAT' AND ${invitationState} = 'OPEN')`,
  );
  return row?.id;
}

/** Locks the invitations to an organization in a person's name that wait to be accepted. */
export const lockOpenInvitations = (
  work: Work,
  { personId, organizationId }: Holder,
): Promise<{ id: string; name: string }[]> =>
  rowsOf(
    work,
    Prisma.sql`
      SELECT id, name FROM invitation
      WHERE invited_by_id = ${personId}::uuid AND organization_id = ${organizationId}::uuid
        AND ${invitationState} = 'OPEN' ORDER BY id FOR UPDATE`,
  );

/** Lets invitations go on in another's name. */
export async function saveInviter(work: Work, ids: readonly string[], inviterId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE invitation SET invited_by_id = ${inviterId}::uuid WHERE id = ANY (${ids}::uuid[])`;
}

/** Locks the open invitations to an office of an organization. */
export const lockInvitationsTo = (
  work: Work,
  organizationId: string,
  office: Office,
): Promise<{ id: string; email: string; startsOn: string }[]> =>
  rowsOf(
    work,
    Prisma.sql`
      SELECT id, email, starts_on::text AS "startsOn" FROM invitation
      WHERE organization_id = ${organizationId}::uuid AND office = ${office}::office AND ${invitationState} = 'OPEN'
      ORDER BY id FOR UPDATE`,
  );
