import {
  pageSize,
  type AssociationView,
  type OrganizationDetail,
  type OrganizationView,
  type RegionView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { organizationPolicy } from './organization.policy.ts';
import {
  presentDetail,
  presentOrganization,
  type DetailRow,
  type OrganizationRow,
  type PersonRow,
} from './organization.presenter.ts';
import { engagements, organizationIsVisible, resolutionAsJson } from './organizations.store.ts';

const columns = Prisma.sql`
  organization.id, organization.kind, organization.name, organization.fictional, municipality.teryt, municipality.type,
  municipality.county, municipality.voivodeship, municipality.executive_title AS "executiveTitle",
  municipality.population, municipality.population_year AS "populationYear", municipality.area_km2::float8 AS "areaKm2",
  municipality.status, municipality.member_since::text AS "memberSince",
  municipality.member_until::text AS "memberUntil"`;

/** The association's time zone, an IANA name: by its clock days are told. */
export async function readTimeZone(db: Reader): Promise<string> {
  const [row] = await db.rows<{ timeZone: string }>(Prisma.sql`SELECT time_zone AS "timeZone" FROM association`);
  if (!row) throw new Error('The association is missing: the reference data were not imported.');
  return row.timeZone;
}

/** The association of this portal. `demo` is the instance's own mode. */
export async function readAssociation(db: Reader, demo: boolean): Promise<AssociationView> {
  const [row] = await db.rows<{
    namePl: string;
    nameEn: string | null;
    mottoPl: string;
    mottoEn: string | null;
    timeZone: string;
  }>(
    Prisma.sql`SELECT name_pl AS "namePl", name_en AS "nameEn", motto_pl AS "mottoPl", motto_en AS "mottoEn",
                      time_zone AS "timeZone" FROM association`,
  );
  if (!row) throw new Error('The association is missing: the reference data were not imported.');
  return {
    name: { pl: row.namePl, en: row.nameEn },
    motto: { pl: row.mottoPl, en: row.mottoEn },
    timeZone: row.timeZone,
    demo,
  };
}

/** The directory by name, in Polish order. */
export async function listOrganizations(
  db: Reader,
  actor: Actor,
  query: {
    search?: string | undefined;
    voivodeship?: string | undefined;
    status?: string | undefined;
    members?: boolean | undefined;
    cursor?: string | undefined;
  },
): Promise<Page<OrganizationView>> {
  const [afterName, afterId] = readCursor(query.cursor, 'text', 'id');
  const rows = await db.rows<OrganizationRow>(Prisma.sql`
    SELECT ${columns} FROM organization LEFT JOIN municipality ON municipality.organization_id = organization.id
    WHERE ${organizationIsVisible(actor)}
      AND (${query.search ?? ''} = '' OR strpos(portal_fold(organization.name), portal_fold(${query.search ?? ''})) > 0)
      AND (${query.voivodeship ?? null}::text IS NULL OR municipality.voivodeship = ${query.voivodeship ?? null})
      AND (${query.status ?? null}::text IS NULL OR municipality.status::text = ${query.status ?? null})
      AND (NOT ${query.members ?? false} OR municipality.status = 'MEMBER')
      AND (${afterId ?? null}::uuid IS NULL
        OR (organization.name COLLATE "pl-x-icu", organization.id) > (${afterName ?? ''}, ${afterId ?? null}::uuid))
    ORDER BY organization.name COLLATE "pl-x-icu", organization.id LIMIT ${pageSize + 1}`);
  return pageOf(
    rows.map((row) => presentOrganization(row)),
    (organization) => [organization.name, organization.id],
  );
}

/** Every gmina in one short list, for the map. */
export async function readRegion(db: Reader, actor: Actor): Promise<RegionView> {
  const municipalities = await db.rows<RegionView['municipalities'][number]>(Prisma.sql`
    SELECT organization.id, municipality.teryt, organization.name, municipality.voivodeship, municipality.status,
           municipality.population, organization.fictional
    FROM organization JOIN municipality ON municipality.organization_id = organization.id
    WHERE ${organizationIsVisible(actor)} ORDER BY organization.name COLLATE "pl-x-icu", organization.id`);
  return { municipalities };
}

/** One organization, with its people for those who may see them. */
export async function readOrganization(db: Reader, actor: Actor, id: string): Promise<OrganizationDetail | undefined> {
  const [row] = await db.rows<DetailRow>(Prisma.sql`
    SELECT ${columns}, ${engagements},
           ${resolutionAsJson(Prisma.sql`municipality.joined_by_id`)} AS "joinedBy",
           ${resolutionAsJson(Prisma.sql`municipality.left_by_id`)} AS "leftBy"
    FROM organization LEFT JOIN municipality ON municipality.organization_id = organization.id
    WHERE organization.id = ${id}::uuid AND ${organizationIsVisible(actor)}`);
  if (!row) return undefined;
  const people = organizationPolicy.readPeople(actor, row)
    ? await db.rows<PersonRow>(Prisma.sql`
        SELECT person.id, person.name, appointment.office FROM appointment
        JOIN person ON person.id = appointment.person_id AND person.active
        WHERE appointment.organization_id = ${id}::uuid AND appointment.starts_on <= portal_today()
          AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())
        ORDER BY appointment.office, person.name COLLATE "pl-x-icu"`)
    : null;
  return presentDetail(row, people, actor);
}

/** One organization, inside a work. */
export const readOrganizationIn = async (work: Work, actor: Actor, id: string): Promise<OrganizationDetail> =>
  found(await readOrganization({ rows: (sql) => rowsOf(work, sql) }, actor, id));
