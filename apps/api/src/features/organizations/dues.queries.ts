import type { DuesView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { allow } from '../../kernel/policy.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { duesPolicy } from './dues.policy.ts';
import { presentDues, type PayerRow, type RateRow } from './dues.presenter.ts';
import { resolutionAsJson } from './organizations.store.ts';

/**
 * Whether a gmina belongs to the association on at least one day of a year. Expects `municipality` under its own name. Where the
 * association itself is invented, so are those of whom it reckons dues: a real gmina owes nothing in a demo.
 */
const belongsIn = (year: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  (SELECT fictional FROM organization WHERE id = municipality.organization_id)
    = coalesce((SELECT fictional FROM organization WHERE kind = 'SECRETARIAT'), false) AND
  (municipality.member_since IS NULL OR municipality.member_since <= make_date(${year}, 12, 31))
  AND (municipality.status = 'MEMBER' OR municipality.member_until >= make_date(${year}, 1, 1)))`;

/**
 * By what dues are reckoned, for the queries of other features: a row for each gmina and each of `years` (a table with a
 * column `year`) in which it belongs to the association, with the rate, null where none is set, and its inhabitants.
 */
export const payersIn = (years: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT asked.year, municipality.organization_id, municipality.population, municipality.population_year,
         dues_rate.per_inhabitant
  FROM ${years} AS asked JOIN municipality ON ${belongsIn(Prisma.sql`asked.year`)}
  LEFT JOIN dues_rate ON dues_rate.year = asked.year)`;

/** A year's dues of each gmina that belongs to the association on at least one of its days; without a year, the present one. */
export async function readDues(db: Reader, actor: Actor, year: number | undefined): Promise<DuesView> {
  allow(duesPolicy.read(actor));
  const [rate] = await db.rows<RateRow>(Prisma.sql`
    SELECT asked.year, dues_rate.per_inhabitant AS "perInhabitant",
           ${resolutionAsJson(Prisma.sql`dues_rate.resolution_id`)} AS resolution,
           (SELECT coalesce(json_agg(known.year ORDER BY known.year DESC), '[]') FROM dues_rate known) AS years
    FROM (SELECT coalesce(${year ?? null}::int, extract(year FROM portal_today())::int) AS year) AS asked
    LEFT JOIN dues_rate ON dues_rate.year = asked.year`);
  if (!rate) throw new Error('A year was asked for, and none was found.');
  const payers = await db.rows<PayerRow>(Prisma.sql`
    SELECT organization.id, organization.name, municipality.population, municipality.population_year AS "populationYear",
           municipality.member_since::text AS "memberSince", municipality.member_until::text AS "memberUntil"
    FROM organization JOIN municipality ON municipality.organization_id = organization.id
    WHERE ${belongsIn(Prisma.sql`${rate.year}::int`)}
    ORDER BY organization.name COLLATE "pl-x-icu", organization.id`);
  return presentDues(rate, payers);
}

/** A year's dues, inside a work. */
export const readDuesIn = (work: Work, actor: Actor, year: number): Promise<DuesView> =>
  readDues({ rows: (sql) => rowsOf(work, sql) }, actor, year);
