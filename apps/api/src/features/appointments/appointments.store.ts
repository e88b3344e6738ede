import type { AppointmentState, Office, OrganizationKind } from '@blizej/contracts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';

/** The state of an appointment, which follows from its days; expects the table under its own name. */
export const appointmentState = Prisma.sql`
  CASE WHEN appointment.ends_on < portal_today() THEN 'PAST' WHEN appointment.starts_on > portal_today() THEN 'FUTURE'
       ELSE 'CURRENT' END`;

/** Whether an appointment is held today. */
export const isCurrent = Prisma.sql`(appointment.starts_on <= portal_today()
  AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today()))`;

export interface LockedAppointment {
  id: string;
  personId: string;
  personName: string;
  organizationId: string;
  organizationName: string;
  office: Office;
  startsOn: string;
  endsOn: string | null;
  /** For whom the person stands in, where this is a deputy's. */
  deputyForPersonId: string | null;
  state: AppointmentState;
}

const lockedColumns = Prisma.sql`
  appointment.id, appointment.person_id AS "personId", person.name AS "personName",
  appointment.organization_id AS "organizationId", organization.name AS "organizationName", appointment.office,
  appointment.starts_on::text AS "startsOn", appointment.ends_on::text AS "endsOn",
  (SELECT principal.person_id FROM appointment principal WHERE principal.id = appointment.deputy_for_id) AS "deputyForPersonId",
  ${appointmentState} AS state
  FROM appointment JOIN person ON person.id = appointment.person_id
  JOIN organization ON organization.id = appointment.organization_id`;

/** Locks an appointment. Whether the actor may see it is decided by the caller's policy. */
export async function lockAppointment(work: Work, id: string): Promise<LockedAppointment | undefined> {
  const [row] = await rowsOf<LockedAppointment>(
    work,
    Prisma.sql`SELECT ${lockedColumns} WHERE appointment.id = ${id}::uuid FOR UPDATE OF appointment`,
  );
  return row;
}

/** Locks the mayor of a gmina: the appointment without an end that is no deputy's. */
export async function lockExecutive(work: Work, organizationId: string): Promise<LockedAppointment | undefined> {
  const [row] = await rowsOf<LockedAppointment>(
    work,
    Prisma.sql`
      SELECT ${lockedColumns}
      WHERE appointment.organization_id = ${organizationId}::uuid AND appointment.office = 'EXECUTIVE'
        AND appointment.ends_on IS NULL AND appointment.deputy_for_id IS NULL FOR UPDATE OF appointment`,
  );
  return row;
}

/** Locks a member gmina, or any other organization; undefined where there is none. Two deeds about it queue here. */
export async function lockOrganization(
  work: Work,
  id: string,
): Promise<{ name: string; kind: OrganizationKind; isMember: boolean } | undefined> {
  const [row] = await rowsOf<{ name: string; kind: OrganizationKind; isMember: boolean }>(
    work,
    Prisma.sql`
      SELECT organization.name, organization.kind, coalesce(municipality.status = 'MEMBER', false) AS "isMember"
      FROM organization LEFT JOIN municipality ON municipality.organization_id = organization.id
      WHERE organization.id = ${id}::uuid FOR UPDATE OF organization`,
  );
  return row;
}

/** The people who hold any office in the organization today, but one. */
export async function peopleOf(
  work: Work,
  organizationId: string,
  except?: string,
): Promise<{ id: string; name: string }[]> {
  return rowsOf<{ id: string; name: string }>(
    work,
    Prisma.sql`
      SELECT person.id, person.name FROM person
      WHERE person.active AND person.id IS DISTINCT FROM ${except ?? null}::uuid
        AND EXISTS (SELECT FROM appointment WHERE appointment.person_id = person.id
          AND appointment.organization_id = ${organizationId}::uuid AND ${isCurrent})
      ORDER BY person.name COLLATE "pl-x-icu"`,
  );
}

/** Whether the person holds another office in the organization today, so that nothing is left behind. */
export async function holdsAnother(work: Work, { id, personId, organizationId }: LockedAppointment): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT 1 FROM appointment WHERE person_id = ${personId}::uuid AND organization_id = ${organizationId}::uuid
        AND id <> ${id}::uuid AND office <> 'DELEGATE' AND ${isCurrent}`,
  );
  return rows.length > 0;
}

/** The deputies of an appointment whose time has not passed. */
export const deputiesOf = (work: Work, id: string): Promise<{ name: string }[]> =>
  rowsOf<{ name: string }>(
    work,
    Prisma.sql`
      SELECT person.name FROM appointment JOIN person ON person.id = appointment.person_id
      WHERE appointment.deputy_for_id = ${id}::uuid AND appointment.ends_on >= portal_today()
      ORDER BY person.name COLLATE "pl-x-icu"`,
  );

/** Ends an appointment with a day, and those of its deputies not later; what has not begun by then is never held. */
export async function saveEnd(work: Work, id: string, endsOn: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE appointment SET ends_on = greatest(${endsOn}::date, starts_on - 1)
    WHERE id = ${id}::uuid OR (deputy_for_id = ${id}::uuid AND ends_on > ${endsOn}::date)`;
}

/** Notes for whom an appointment stands in. */
export async function saveDeputyFor(work: Work, id: string, deputyForId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE appointment SET deputy_for_id = ${deputyForId}::uuid WHERE id = ${id}::uuid`;
}

/** The association's today, `YYYY-MM-DD`. */
export async function today(work: Work): Promise<string> {
  const [row] = await rowsOf<{ today: string }>(work, Prisma.sql`SELECT portal_today()::text AS today`);
  return row?.today ?? '';
}
