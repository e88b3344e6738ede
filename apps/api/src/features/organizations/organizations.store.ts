import type {
  AssociationStatus,
  IssuingBody,
  ResolutionStanding,
  associationResolutionInput,
  resolutionInput,
} from '@blizej/contracts';
import type { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import type { MunicipalityRecord } from './municipality-register.ts';
import { visibleOrganizations } from './organization.policy.ts';

/** The one place where `visibleOrganizations` becomes SQL; expects the table under its own name. */
export const organizationIsVisible = (actor: Actor): Prisma.Sql => {
  const scope = visibleOrganizations(actor);
  return Prisma.sql`(${scope.everything} OR organization.id = ANY (${scope.organizationIds}::uuid[]))`;
};

/** What holds a gmina in the association's work: live memberships in networks that are not closed, and assignments that are not done with. */
export const engagements = Prisma.sql`
  (SELECT count(*)::int FROM membership
   JOIN network ON network.id = membership.network_id AND network.state <> 'CLOSED'
   WHERE membership.organization_id = organization.id
     AND membership.state NOT IN ('LEFT', 'DECLINED')) AS networks,
  (SELECT count(*)::int FROM assignment JOIN task ON task.id = assignment.task_id AND task.state = 'OPEN'
   WHERE assignment.organization_id = organization.id
     AND assignment.state NOT IN ('ACCEPTED', 'DECLINED')) AS assignments`;

/**
 * Whether a resolution is in force today: the one place that says so. Expects the table under its own name; null where a
 * left join found none.
 */
export const standingOfResolution = Prisma.sql`
  CASE WHEN resolution.id IS NULL THEN NULL
       WHEN resolution.adopted_on > portal_today() THEN 'AHEAD'
       WHEN EXISTS (SELECT FROM resolution successor
                    WHERE successor.supersedes_id = resolution.id AND successor.adopted_on <= portal_today()) THEN 'SUPERSEDED'
       WHEN resolution.valid_until < portal_today() THEN 'ENDED'
       ELSE 'IN_FORCE' END`;

/** A resolution as its view; expects the table, and its issuer, under these names. */
export const resolutionView = Prisma.sql`
  json_build_object('id', resolution.id, 'issuer', issuer.name, 'issuingBody', resolution.issuing_body,
                    'number', resolution.number, 'adoptedOn', resolution.adopted_on::text, 'title', resolution.title,
                    'url', resolution.url, 'validUntil', resolution.valid_until::text, 'standing', ${standingOfResolution},
                    'supersededBy', (SELECT json_build_object('id', successor.id, 'number', successor.number,
                                                              'adoptedOn', successor.adopted_on::text)
                                     FROM resolution successor WHERE successor.supersedes_id = resolution.id))`;

/** A resolution by its id, as its view; null without one. */
export const resolutionAsJson = (id: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT ${resolutionView}
   FROM resolution JOIN organization issuer ON issuer.id = resolution.issuer_id WHERE resolution.id = ${id})`;

/** Whether a resolution is in force today, and stays so until the work ends: nobody changes or supersedes it meanwhile. */
export async function isInForce(work: Work, id: string): Promise<boolean> {
  await rowsOf(work, Prisma.sql`SELECT FROM resolution WHERE id = ${id}::uuid FOR SHARE`);
  const [row] = await rowsOf<{ standing: ResolutionStanding }>(
    work,
    Prisma.sql`SELECT ${standingOfResolution} AS standing FROM resolution WHERE id = ${id}::uuid`,
  );
  return row?.standing === 'IN_FORCE';
}

/**
 * Brings the register into the database by TERYT code: new gminas are made, known ones get the register's facts; what
 * the association says of a gmina (its membership) is left alone. Gives how many were new or different.
 */
export async function upsertMunicipalities(work: Work, records: readonly MunicipalityRecord[]): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    work,
    Prisma.sql`
      WITH register AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS register (
          teryt text, name text, type municipality_type, county text, voivodeship text, "executiveTitle" text,
          population int, "populationYear" int, "areaKm2" numeric(8, 2), longitude numeric(7, 4), latitude numeric(6, 4),
          fictional boolean)
      ), fresh AS (
        INSERT INTO organization (id, kind, name, fictional)
        SELECT portal_id(), 'MUNICIPALITY', name, fictional FROM register
        WHERE NOT EXISTS (SELECT FROM municipality WHERE municipality.teryt = register.teryt)
        RETURNING id, name
      ), numbered_fresh AS (
        SELECT id, name, row_number() OVER (PARTITION BY name ORDER BY id) AS twin FROM fresh
      ), numbered_register AS (
        SELECT *, row_number() OVER (PARTITION BY name ORDER BY teryt) AS twin FROM register
        WHERE NOT EXISTS (SELECT FROM municipality WHERE municipality.teryt = register.teryt)
      ), made AS (
        INSERT INTO municipality (organization_id, teryt, type, county, voivodeship, executive_title, population,
                                  population_year, area_km2, longitude, latitude)
        SELECT id, teryt, type, county, voivodeship, "executiveTitle", population, "populationYear", "areaKm2",
               longitude, latitude
        FROM numbered_register JOIN numbered_fresh USING (name, twin)
        RETURNING teryt
      ), renamed AS (
        UPDATE organization SET name = register.name
        FROM register JOIN municipality USING (teryt)
        WHERE organization.id = municipality.organization_id AND organization.name <> register.name
        RETURNING municipality.teryt
      ), changed AS (
        UPDATE municipality SET type = register.type, county = register.county, voivodeship = register.voivodeship,
          executive_title = register."executiveTitle", population = register.population,
          population_year = register."populationYear", area_km2 = register."areaKm2",
          longitude = register.longitude, latitude = register.latitude
        FROM register WHERE register.teryt = municipality.teryt
          AND (municipality.type, municipality.county, municipality.voivodeship, municipality.executive_title,
               municipality.population, municipality.population_year, municipality.area_km2, municipality.longitude,
               municipality.latitude)
            IS DISTINCT FROM (register.type, register.county, register.voivodeship, register."executiveTitle",
               register.population, register."populationYear", register."areaKm2", register.longitude, register.latitude)
        RETURNING municipality.teryt
      )
      SELECT count(*)::int AS count FROM (
        SELECT teryt FROM made UNION SELECT teryt FROM renamed UNION SELECT teryt FROM changed) AS touched`,
  );
  return row?.count ?? 0;
}

/** Names the association, where nobody has yet. */
export async function insertAssociation(
  work: Work,
  association: { namePl: string; nameEn: string; mottoPl: string; mottoEn: string; timeZone: string },
): Promise<void> {
  await transactionOf(work).association.createMany({ data: association, skipDuplicates: true });
}

/** Today in the association's time zone, `YYYY-MM-DD`. */
export async function today(work: Work): Promise<string> {
  const [row] = await rowsOf<{ today: string }>(work, Prisma.sql`SELECT portal_today()::text AS today`);
  return row?.today ?? '';
}

/** Keeps a resolution; one that is kept already stays as it is. Gives its id. */
async function saveResolution(
  work: Work,
  issuer: Prisma.Sql,
  issuingBody: IssuingBody,
  { number, adoptedOn, title, url }: z.output<typeof resolutionInput>,
): Promise<string> {
  const [row] = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      INSERT INTO resolution AS kept (issuer_id, issuing_body, number, adopted_on, title, url)
      SELECT id, ${issuingBody}::issuing_body, ${number}, ${adoptedOn}::date, ${title}, ${url ?? null}
      FROM organization WHERE ${issuer}
      ON CONFLICT (issuer_id, issuing_body, number, adopted_on) DO UPDATE SET number = kept.number
      RETURNING id`,
  );
  if (!row) throw new Error('There is no organization to issue this resolution.');
  return row.id;
}

/** Keeps a resolution of the association, whose seat is its secretariat's organization. */
export const saveAssociationResolution = (
  work: Work,
  { issuingBody, ...resolution }: z.output<typeof associationResolutionInput>,
): Promise<string> => saveResolution(work, Prisma.sql`kind = 'SECRETARIAT'`, issuingBody, resolution);

/** Keeps a resolution of a gmina's council. */
export const saveCouncilResolution = (
  work: Work,
  organizationId: string,
  resolution: z.output<typeof resolutionInput>,
): Promise<string> => saveResolution(work, Prisma.sql`id = ${organizationId}::uuid`, 'COUNCIL', resolution);

export interface LockedMunicipality {
  id: string;
  name: string;
  status: AssociationStatus | null;
  memberSince: string | null;
  memberUntil: string | null;
}

/**
 * Locks a gmina that the actor may see; undefined for whatever is invisible or no gmina. Nobody asks to join a network for
 * it meanwhile.
 */
export async function lockMunicipality(work: Work, actor: Actor, id: string): Promise<LockedMunicipality | undefined> {
  const [row] = await rowsOf<LockedMunicipality>(
    work,
    Prisma.sql`
      SELECT organization.id, organization.name, municipality.status, municipality.member_since::text AS "memberSince",
             municipality.member_until::text AS "memberUntil"
      FROM organization JOIN municipality ON municipality.organization_id = organization.id
      WHERE organization.id = ${id}::uuid AND ${organizationIsVisible(actor)}
      FOR UPDATE OF municipality`,
  );
  return row;
}

/** Whether anything still holds the gmina in the association's work. */
export async function isEngaged(work: Work, organizationId: string): Promise<boolean> {
  const [row] = await rowsOf<{ networks: number; assignments: number }>(
    work,
    Prisma.sql`SELECT ${engagements} FROM organization WHERE organization.id = ${organizationId}::uuid`,
  );
  return row !== undefined && row.networks + row.assignments > 0;
}

export async function saveCandidacy(work: Work, organizationId: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE municipality SET status = 'CANDIDATE' WHERE organization_id = ${organizationId}::uuid`;
}

/** Makes a gmina a member; an earlier membership lives on in the events alone. */
export async function saveAccession(
  work: Work,
  organizationId: string,
  memberSince: string,
  resolutionId: string,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE municipality SET status = 'MEMBER', member_since = ${memberSince}::date, member_until = NULL,
      joined_by_id = ${resolutionId}::uuid, left_by_id = NULL
    WHERE organization_id = ${organizationId}::uuid`;
}

export async function saveLeaving(
  work: Work,
  organizationId: string,
  memberUntil: string,
  resolutionId: string,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE municipality SET status = 'FORMER', member_until = ${memberUntil}::date, left_by_id = ${resolutionId}::uuid
    WHERE organization_id = ${organizationId}::uuid`;
}

/** The gminas that are members now. */
export async function memberIds(work: Work): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT organization_id AS id FROM municipality WHERE status = 'MEMBER'`,
  );
  return rows.map((row) => row.id);
}
