import type { Card, ProfileView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { profilePolicy } from './profile.policy.ts';
import { profileColumns } from './profile.store.ts';

/** The actor's own profile. */
export async function readProfile(db: Reader, actor: Actor): Promise<ProfileView> {
  const [row] = await db.rows<ProfileView>(
    Prisma.sql`SELECT ${profileColumns} FROM person WHERE id = ${actor.personId}::uuid`,
  );
  if (!row) throw new Error('A signed-in person has no profile.');
  return row;
}

/** The cards of an organization's people; undefined where the actor may not know of the organization. */
export async function listCards(db: Reader, actor: Actor, organizationId: string): Promise<Card[] | undefined> {
  if (!profilePolicy.readCards(actor, organizationId)) return undefined;
  const whole = profilePolicy.readWholeCards(actor, organizationId);
  const rows = await db.rows<Card | { id: null }>(Prisma.sql`
    SELECT person.id, person.name, appointment.office, person.position,
           CASE WHEN ${whole} OR person.shows_email THEN person.email END AS email,
           CASE WHEN ${whole} OR person.shows_phone THEN person.phone END AS phone
    FROM organization
    LEFT JOIN appointment ON appointment.organization_id = organization.id AND appointment.starts_on <= portal_today()
      AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
    LEFT JOIN person ON person.id = appointment.person_id AND person.active
      AND (${whole} OR person.shows_email OR person.shows_phone)
    WHERE organization.id = ${organizationId}::uuid
    ORDER BY appointment.office, person.name COLLATE "pl-x-icu", appointment.id`);
  if (rows.length === 0) return undefined;
  return rows.filter((row): row is Card => row.id !== null);
}

/** Everything that the portal holds about the actor, in one statement. */
export async function exportProfile(db: Reader, actor: Actor): Promise<Record<string, unknown>> {
  const me = Prisma.sql`${actor.personId}::uuid`;
  const all = (rows: Prisma.Sql) => Prisma.sql`(SELECT coalesce(json_agg(item), '[]') FROM (${rows}) AS item)`;
  const [row] = await db.rows<Record<string, unknown>>(Prisma.sql`
    SELECT
      (SELECT to_json(account) FROM (
        SELECT id, name, email, position, phone, language, theme, active, created_at AS "createdAt",
               mail_asked AS "mailAsked", mail_decide AS "mailDecide", mail_reminders AS "mailReminders",
               mail_informed AS "mailInformed",
               shows_email AS "showsEmail", shows_phone AS "showsPhone", totp_since AS "secondFactorSince"
        FROM person WHERE id = ${me}) AS account) AS account,
      ${all(Prisma.sql`
        SELECT organization.name AS organization, office, starts_on AS "startsOn", ends_on AS "endsOn", basis
        FROM appointment JOIN organization ON organization.id = organization_id
        WHERE person_id = ${me} ORDER BY starts_on`)} AS appointments,
      ${all(Prisma.sql`
        SELECT client, proof, created_at AS "createdAt", touched_at AS "lastUsedAt", expires_at AS "expiresAt",
               revoked_at AS "revokedAt" FROM session WHERE person_id = ${me} ORDER BY created_at`)} AS sessions,
      ${all(Prisma.sql`
        SELECT provider, subject, created_at AS "createdAt" FROM identity WHERE person_id = ${me}`)} AS "externalAccounts",
      ${all(Prisma.sql`
        SELECT event.kind, event.facts, reason, occurred_at AS "occurredAt", read_at AS "readAt"
        FROM notification JOIN event ON event.id = event_id WHERE person_id = ${me} ORDER BY notification.id`)} AS notifications,
      ${all(Prisma.sql`
        SELECT event.kind, event.facts, event.detail, occurred_at AS "occurredAt", organization.name AS "actingFor"
        FROM event LEFT JOIN organization ON organization.id = acting_for_organization_id
        WHERE actor_person_id = ${me} ORDER BY event.id`)} AS acts,
      ${all(Prisma.sql`
        SELECT task.title, organization.name AS organization, assignment.state, assignment.answer
        FROM assignment JOIN task ON task.id = task_id JOIN organization ON organization.id = assignment.organization_id
        WHERE keeper_id = ${me} ORDER BY assignment.id`)} AS "answersKept",
      ${all(Prisma.sql`
        SELECT network.name_pl AS network, organization.name AS organization, seat.role,
               seat.substitute_for_id IS NOT NULL AS substitute, seat.created_at AS since
        FROM seat JOIN membership ON membership.id = membership_id
        JOIN network ON network.id = membership.network_id JOIN organization ON organization.id = membership.organization_id
        WHERE person_id = ${me} ORDER BY seat.id`)} AS seats,
      ${all(Prisma.sql`
        SELECT coalesce(task.title, network.name_pl) AS place, comment.kind, comment.body,
               comment.created_at AS "writtenAt", comment.edited_at AS "editedAt", comment.removed_at AS "takenBackAt"
        FROM comment LEFT JOIN task ON task.id = comment.task_id
        LEFT JOIN network ON network.id = comment.network_id WHERE author_id = ${me} ORDER BY comment.id`)} AS comments`);
  return row ?? {};
}
