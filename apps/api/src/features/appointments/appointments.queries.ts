import type { AppointmentRecord, ElectionRow, OrganizationKind } from '@blizej/contracts';
import { isInsider, type Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { appointmentPolicy } from './appointment.policy.ts';
import { presentAppointment, type AppointmentRow } from './appointment.presenter.ts';
import { appointmentState } from './appointments.store.ts';

/** More than any organization has at a time; of the past the newest. */
const most = 500;

const appointments = Prisma.sql`
  SELECT appointment.id, appointment.person_id AS "personId", person.name AS "personName",
         appointment.organization_id AS "organizationId", appointment.office, appointment.starts_on::text AS "startsOn",
         appointment.ends_on::text AS "endsOn", appointment.basis, stood_in.id AS "deputyForPersonId",
         stood_in.name AS "deputyForName",
         ${appointmentState} AS state
  FROM appointment JOIN person ON person.id = appointment.person_id
  LEFT JOIN appointment original ON original.id = appointment.deputy_for_id
  LEFT JOIN person stood_in ON stood_in.id = original.person_id`;

/** Who holds which office in an organization, or held it; what was never held at all is left out. */
export async function listAppointments(
  db: Reader,
  actor: Actor,
  organizationId: string,
  past: boolean,
): Promise<AppointmentRecord[]> {
  const rows = await db.rows<AppointmentRow>(Prisma.sql`
    ${appointments}
    WHERE appointment.organization_id = ${organizationId}::uuid AND (${appointmentState} = 'PAST') = ${past}
      AND (appointment.ends_on IS NULL OR appointment.ends_on >= appointment.starts_on)
    ORDER BY CASE WHEN ${past} THEN appointment.ends_on END DESC, appointment.office,
             person.name COLLATE "pl-x-icu", appointment.id LIMIT ${most}`);
  return rows.map((row) => presentAppointment(row, actor));
}

/** One appointment as the actor sees it, for what a deed answers. */
export async function readAppointmentIn(work: Work, actor: Actor, id: string): Promise<AppointmentRecord> {
  const [row] = await rowsOf<AppointmentRow>(work, Prisma.sql`${appointments} WHERE appointment.id = ${id}::uuid`);
  if (!row) throw new Error('A deed lost sight of its appointment.');
  return presentAppointment(row, actor);
}

/** The mayors of all member gminas, by the gmina's name: one statement. */
export async function readElection(db: Reader): Promise<ElectionRow[]> {
  const rows = await db.rows<{
    id: string;
    name: string;
    holder: string | null;
    since: string | null;
    invited: string | null;
  }>(
    Prisma.sql`
      SELECT organization.id, organization.name, person.name AS holder, appointment.starts_on::text AS since,
             (SELECT invitation.name FROM invitation
              WHERE invitation.organization_id = organization.id AND invitation.office = 'EXECUTIVE'
                AND invitation.accepted_at IS NULL AND invitation.revoked_at IS NULL
              ORDER BY invitation.id DESC LIMIT 1) AS invited
      FROM organization JOIN municipality ON municipality.organization_id = organization.id AND municipality.status = 'MEMBER'
      LEFT JOIN appointment ON appointment.organization_id = organization.id AND appointment.office = 'EXECUTIVE'
        AND appointment.ends_on IS NULL AND appointment.deputy_for_id IS NULL
      LEFT JOIN person ON person.id = appointment.person_id
      ORDER BY organization.name COLLATE "pl-x-icu", organization.id`,
  );
  return rows.map(({ id, name, holder, since, invited }) => ({
    organization: { id, name },
    holder: holder !== null && since !== null ? { name: holder, since } : null,
    invited,
  }));
}

/** The kind of an organization that the actor may know of; undefined for any other. */
export async function visibleKind(db: Reader, actor: Actor, id: string): Promise<OrganizationKind | undefined> {
  if (!isInsider(actor) && !appointmentPolicy.list(actor, id)) return undefined;
  const [row] = await db.rows<{ kind: OrganizationKind }>(
    Prisma.sql`SELECT kind FROM organization WHERE id = ${id}::uuid`,
  );
  return row?.kind;
}
