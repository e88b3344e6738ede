import type { Language, Office } from '@blizej/contracts';
import { Problem } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { isTaken } from '../../platform/database/failures.ts';

/** The account with an address, locked; undefined where there is none. Two who would make it take turns. */
export async function lockPersonByEmail(
  work: Work,
  email: string,
): Promise<{ id: string; active: boolean } | undefined> {
  await transactionOf(work).$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`account ${email}`}, 0))`;
  const [row] = await rowsOf<{ id: string; active: boolean }>(
    work,
    Prisma.sql`SELECT id, active FROM person WHERE email = ${email} FOR UPDATE`,
  );
  return row;
}

/** Whose account an address is; undefined where it has none. */
export async function personIdByEmail(work: Work, email: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ id: string }>(work, Prisma.sql`SELECT id FROM person WHERE email = ${email} AND active`);
  return row?.id;
}

/** With what a person proves who they are. */
export async function factorsOf(
  work: Work,
  personId: string,
): Promise<{ passwordHash: string | null; hasSecondFactor: boolean }> {
  const { passwordHash, totpSince } = await transactionOf(work).person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordHash: true, totpSince: true },
  });
  return { passwordHash, hasSecondFactor: totpSince !== null };
}

/** Whether an active person still has a password; until the work ends nobody gives them another, nor blocks them. */
export async function holdPassword(work: Work, personId: string, passwordHash: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM person WHERE id = ${personId}::uuid AND active AND password_hash = ${passwordHash} FOR SHARE`,
  );
  return rows.length > 0;
}

/** Gives a person another password. */
export async function keepPassword(work: Work, personId: string, passwordHash: string): Promise<void> {
  await transactionOf(work).person.update({ where: { id: personId }, data: { passwordHash }, select: { id: true } });
}

/** Gives a person another address; false, and the transaction is at its end, where somebody has it already. */
export async function keepEmail(work: Work, personId: string, email: string): Promise<boolean> {
  const person = transactionOf(work).person.update({ where: { id: personId }, data: { email }, select: { id: true } });
  return person.then(
    () => true,
    (error: unknown) => {
      if (isTaken(error)) return false;
      throw error;
    },
  );
}

/** Makes an account and gives the person's id. */
export async function insertPerson(
  work: Work,
  person: { name: string; email: string; language: Language; passwordHash: string },
): Promise<string> {
  const { id } = await transactionOf(work).person.create({ data: person, select: { id: true } });
  return id;
}

/** Whether the person holds the office in the organization today or from a later day on. */
export async function isAppointed(
  work: Work,
  { personId, organizationId, office }: { personId: string; organizationId: string; office: Office },
): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT 1 FROM appointment
      WHERE person_id = ${personId}::uuid AND organization_id = ${organizationId}::uuid AND office = ${office}::office
        AND (ends_on IS NULL OR ends_on >= portal_today())`,
  );
  return rows.length > 0;
}

export interface NewAppointment {
  readonly personId: string;
  readonly organizationId: string;
  readonly office: Office;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly basis: string | null;
  readonly supersedesId: string | null;
}

/**
 * Sees to it that somebody is left in the secretariat, today and without an end. Two who leave at once take turns.
 * @throws Problem `last-secretary`
 */
export async function keepSecretariat(work: Work): Promise<void> {
  await transactionOf(work).$executeRaw`SELECT FROM organization WHERE kind = 'SECRETARIAT' FOR UPDATE`;
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM appointment JOIN person ON person.id = appointment.person_id AND person.active
      WHERE office = 'SECRETARIAT' AND starts_on <= portal_today() AND ends_on IS NULL LIMIT 1`,
  );
  if (rows.length === 0) throw new Problem('last-secretary');
}

/** Whether the person works today for a gmina or for the secretariat. */
export async function worksForMember(work: Work, personId: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM appointment JOIN organization ON organization.id = appointment.organization_id
      WHERE person_id = ${personId}::uuid AND organization.kind IN ('MUNICIPALITY', 'SECRETARIAT')
        AND starts_on <= portal_today() AND (ends_on IS NULL OR ends_on >= portal_today())`,
  );
  return rows.length > 0;
}

/** Whether a gmina has a mayor whose office has no end yet. */
export async function hasExecutive(work: Work, organizationId: string): Promise<boolean> {
  const rows = await rowsOf(
    work,
    Prisma.sql`
      SELECT FROM appointment WHERE organization_id = ${organizationId}::uuid AND office = 'EXECUTIVE'
        AND ends_on IS NULL AND deputy_for_id IS NULL`,
  );
  return rows.length > 0;
}

/** Appoints a person; one that begins has not begun before today. Gives the appointment's id. */
export async function insertAppointment(work: Work, appointment: NewAppointment): Promise<string> {
  const { personId, organizationId, office, startsOn, endsOn, basis, supersedesId } = appointment;
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO appointment (id, person_id, organization_id, office, starts_on, ends_on, basis, supersedes_id)
      VALUES (portal_id(), ${personId}::uuid, ${organizationId}::uuid, ${office}::office,
              greatest(${startsOn}::date, portal_today()), ${endsOn}::date, ${basis}, ${supersedesId}::uuid)
      RETURNING id`,
  );
  if (!row) throw new Error('An appointment was not written.');
  return row.id;
}
