import type { Localized, SeatRole } from '@blizej/contracts';
import type { Holder } from '../../kernel/holdings.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import type { Seat } from './seat.rules.ts';

/** The seats of a membership as its view; expects the table under its own name. */
export const seatsOfMembership = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', seat.id, 'role', seat.role, 'person', json_build_object('id', person.id, 'name', person.name),
            'substitute', (SELECT json_build_object('id', substitute.id,
                                                    'person', json_build_object('id', other.id, 'name', other.name))
                           FROM seat substitute JOIN person other ON other.id = substitute.person_id
                           WHERE substitute.substitute_for_id = seat.id))
          ORDER BY seat.role, seat.id), '[]')
   FROM seat JOIN person ON person.id = seat.person_id
   WHERE seat.membership_id = membership.id AND seat.substitute_for_id IS NULL)`;

/** Has an office in the gmina that does not end today: who goes today represents nobody any more. */
const staysInOffice = (personId: Prisma.Sql, organizationId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  appointment.person_id = ${personId} AND appointment.organization_id = ${organizationId}
  AND appointment.starts_on <= portal_today() AND (appointment.ends_on IS NULL OR appointment.ends_on > portal_today())`;

/** Whether somebody works for the gmina, and does so until the work ends. */
export async function lockRepresentative(work: Work, personId: string, organizationId: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM appointment JOIN person ON person.id = appointment.person_id AND person.active
      WHERE ${staysInOffice(Prisma.sql`${personId}::uuid`, Prisma.sql`${organizationId}::uuid`)}
      FOR SHARE OF appointment`,
  );
  return rows.length > 0;
}

/** The seats of a membership. It is locked by the caller: two who name at once queue there. */
export const readSeats = (work: Work, membershipId: string): Promise<Seat[]> =>
  rowsOf<Seat>(
    work,
    Prisma.sql`SELECT id, person_id AS "personId", role, substitute_for_id AS "substituteForId"
      FROM seat WHERE membership_id = ${membershipId}::uuid`,
  );

export async function insertSeat(
  work: Work,
  seat: { membershipId: string; personId: string; role: SeatRole; substituteForId: string | null },
): Promise<void> {
  await transactionOf(work).seat.create({ data: seat });
}

/** Frees seats; whoever stands in for one of them takes it (a foreign key that is set to null). */
export async function deleteSeats(work: Work, ids: readonly string[]): Promise<void> {
  await transactionOf(work).$executeRaw`DELETE FROM seat WHERE id = ANY (${ids}::uuid[])`;
}

export interface HeldSeat {
  id: string;
  personId: string;
  organizationId: string;
  organizationName: string;
  networkId: string;
  networkName: Localized;
}

const heldColumns = Prisma.sql`
  SELECT seat.id, seat.person_id AS "personId", membership.organization_id AS "organizationId",
         organization.name AS "organizationName", network.id AS "networkId",
         json_build_object('pl', network.name_pl, 'en', network.name_en) AS "networkName"
  FROM seat JOIN membership ON membership.id = seat.membership_id
  JOIN organization ON organization.id = membership.organization_id
  JOIN network ON network.id = membership.network_id AND network.state <> 'CLOSED'`;

/** The seats that a person holds for an organization, locked. */
export const lockHeldSeats = (work: Work, { personId, organizationId }: Holder): Promise<HeldSeat[]> =>
  rowsOf<HeldSeat>(
    work,
    Prisma.sql`${heldColumns}
      WHERE seat.person_id = ${personId}::uuid AND membership.organization_id = ${organizationId}::uuid
      ORDER BY network.name_pl COLLATE "pl-x-icu" FOR UPDATE OF seat`,
  );

/** The seats of a membership, locked, with whom they concern. */
export const lockSeatsOf = (work: Work, membershipId: string): Promise<HeldSeat[]> =>
  rowsOf<HeldSeat>(work, Prisma.sql`${heldColumns} WHERE membership.id = ${membershipId}::uuid FOR UPDATE OF seat`);

/** The seats whose holder has no office in the gmina any more, because its last day has passed. */
export const lockLapsedSeats = (work: Work): Promise<HeldSeat[]> =>
  rowsOf<HeldSeat>(
    work,
    Prisma.sql`${heldColumns}
      WHERE NOT EXISTS (SELECT FROM appointment WHERE appointment.person_id = seat.person_id
        AND appointment.organization_id = membership.organization_id AND appointment.starts_on <= portal_today()
        AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today()))
      FOR UPDATE OF seat SKIP LOCKED`,
  );

/** Gives seats to a successor; gives those that went over: who sits in a membership already gets no second seat there. */
export async function giveSeats(work: Work, ids: readonly string[], personId: string): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      UPDATE seat SET person_id = ${personId}::uuid
      WHERE id = ANY (${ids}::uuid[]) AND NOT EXISTS (
        SELECT FROM seat other WHERE other.membership_id = seat.membership_id AND other.person_id = ${personId}::uuid)
      RETURNING id`,
  );
  return new Set(rows.map(({ id }) => id));
}
