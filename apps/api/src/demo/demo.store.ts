import type { Work } from '../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../platform/database/database.ts';
import type { DemoPerson } from './people.ts';

/** Names the demo association, and makes its secretariat; false where the demo stands already. */
export async function beginDemo(
  work: Work,
  association: { timeZone: string; namePl: string; nameEn: string; mottoPl: string; mottoEn: string },
  secretariat: string,
): Promise<boolean> {
  // Of several instances that start together one builds; the others wait here and find it built.
  await transactionOf(work).$executeRaw`SELECT pg_advisory_xact_lock(hashtext('blizej demo'))`;
  const inserted = await transactionOf(work).$executeRaw`
    INSERT INTO organization (kind, name, fictional) VALUES ('SECRETARIAT', ${secretariat}, true) ON CONFLICT DO NOTHING`;
  if (inserted === 0) return false;
  await transactionOf(work).association.updateMany({ data: association });
  return true;
}

/**
 * Makes members of the association: the fictional gminas, and of each county but those left out its most populous gmina,
 * so that the map has both members and white spots. That anybody is a member is the demo's invention.
 */
export async function admitMembers(work: Work, since: string, countiesLeftOut: readonly string[]): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE municipality SET status = 'MEMBER', member_since = ${since}::date
    WHERE organization_id IN (
      SELECT DISTINCT ON (municipality.county, organization.fictional) municipality.organization_id
      FROM municipality JOIN organization ON organization.id = municipality.organization_id
      WHERE NOT organization.fictional AND municipality.county <> ALL (${countiesLeftOut}::text[])
      ORDER BY municipality.county, organization.fictional, municipality.population DESC NULLS LAST)
      OR organization_id IN (SELECT id FROM organization WHERE fictional)`;
}

/** Gives people an account, and an office in each of their organizations, from a day on. */
export async function appoint(
  work: Work,
  everybody: readonly (DemoPerson & { organizationName: string })[],
  passwordHash: string,
  since: string,
): Promise<void> {
  await rowsOf(
    work,
    Prisma.sql`
      WITH demo AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(everybody)}::jsonb) AS demo (
          name text, email text, office office, "organizationName" text)
      ), made AS (
        INSERT INTO person (name, email, password_hash) SELECT DISTINCT name, email, ${passwordHash} FROM demo RETURNING id, email
      )
      INSERT INTO appointment (person_id, organization_id, office, starts_on)
      SELECT made.id, organization.id, demo.office, ${since}::date
      FROM demo JOIN made USING (email) JOIN organization ON organization.name = demo."organizationName" AND organization.fictional`,
  );
}

/** Marks organizations as invented, which those that people add are not. */
export async function markInvented(work: Work, ids: readonly string[]): Promise<void> {
  await transactionOf(work).organization.updateMany({ where: { id: { in: [...ids] } }, data: { fictional: true } });
}

/** Gives a partner's person an account in English, and the office of a guest. */
export async function welcomeGuest(
  work: Work,
  guest: { name: string; email: string; organization: string },
  passwordHash: string,
  since: string,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    WITH made AS (
      INSERT INTO person (name, email, password_hash, language)
      VALUES (${guest.name}, ${guest.email}, ${passwordHash}, 'en') RETURNING id
    )
    INSERT INTO appointment (person_id, organization_id, office, starts_on)
    SELECT made.id, organization.id, 'PARTNER_CONTACT', ${since}::date
    FROM made, organization WHERE organization.kind = 'PARTNER' AND organization.name = ${guest.organization}`;
}
