import type { BalancesView, BalanceView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { allow } from '../../kernel/policy.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { payersIn } from '../organizations/index.ts';
import type { Imprint } from './balance-paper.ts';
import { balancePolicy } from './balance.policy.ts';
import { presentBalance, presentBalances, type BalanceRow, type BalancesRow } from './balance.presenter.ts';
import { balanceIsVisible } from './balances.store.ts';

/** The year that is asked for; the present one where none is named. */
const asked = (year: number | undefined) =>
  Prisma.sql`asked AS (SELECT coalesce(${year ?? null}::int, extract(year FROM portal_today())::int) AS year)`;

/** Who has closed a year, and when. Expects balance_year and the person who closed it. */
const closed = Prisma.sql`
  CASE WHEN balance_year.closed_at IS NOT NULL
    THEN json_build_object('at', to_json(balance_year.closed_at), 'by', json_build_object('name', closer.name)) END`;

/** By what dues are reckoned: of a closed year as they stood at its close. */
const dues = Prisma.sql`
  'belonged', payer.organization_id IS NOT NULL OR closed_dues.year IS NOT NULL,
  'perInhabitant', CASE WHEN balance_year.closed_at IS NULL THEN payer.per_inhabitant ELSE closed_dues.per_inhabitant END,
  'population', CASE WHEN balance_year.closed_at IS NULL THEN payer.population ELSE closed_dues.population END,
  'populationYear',
    CASE WHEN balance_year.closed_at IS NULL THEN payer.population_year ELSE closed_dues.population_year END`;

const sumsOf = (organizationId: Prisma.Sql, years: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('year', sum.year, 'kind', sum.kind, 'state', sum.state,
                                              'amount', sum.amount, 'count', sum.count)), '[]')
   FROM (SELECT entry.year, entry.kind, entry.state, sum(entry.amount) AS amount, count(*) AS count
         FROM value_entry entry JOIN ${years} AS among ON among.year = entry.year
         WHERE entry.organization_id = ${organizationId} AND entry.state IN ('DECLARED', 'CONFIRMED')
         GROUP BY entry.year, entry.kind, entry.state) AS sum)`;

const entries = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', entry.id, 'kind', entry.kind, 'state', entry.state, 'happenedOn', entry.happened_on::text,
            'text', entry.text, 'amount', entry.amount,
            'euro', CASE WHEN entry.euro_cents IS NOT NULL THEN json_build_object(
                      'cents', entry.euro_cents, 'rate', entry.euro_rate, 'rateOn', entry.euro_rate_on::text) END,
            'work', CASE WHEN entry.minutes IS NOT NULL THEN json_build_object(
                      'minutes', entry.minutes, 'hourRate', entry.hour_rate) END,
            'evidence', entry.evidence, 'evidenceUrl', entry.evidence_url,
            'initiative', CASE WHEN initiative.id IS NOT NULL THEN json_build_object(
                      'id', initiative.id, 'title', json_build_object('pl', initiative.title_pl, 'en', initiative.title_en)) END,
            'corrects', CASE WHEN corrected.id IS NOT NULL THEN json_build_object(
                      'id', corrected.id, 'text', corrected.text, 'year', corrected.year) END,
            'corrections', (SELECT coalesce(json_agg(json_build_object('id', correction.id, 'amount', correction.amount,
                                                     'year', correction.year) ORDER BY correction.id), '[]')
                            FROM value_entry correction
                            WHERE correction.corrects_id = entry.id AND correction.state = 'CONFIRMED'),
            'correctionWaits', EXISTS (SELECT FROM value_entry correction
                            WHERE correction.corrects_id = entry.id AND correction.state = 'DECLARED'),
            'declaredById', entry.declared_by_id, 'declaredAs', entry.declared_as,
            'declaredBy', json_build_object('name', declarer.name), 'declaredAt', to_json(entry.declared_at),
            'decidedBy', CASE WHEN decider.id IS NOT NULL THEN json_build_object('name', decider.name) END,
            'decidedAt', to_json(entry.decided_at), 'refusal', entry.refusal)
          ORDER BY entry.happened_on DESC, entry.id DESC), '[]')
   FROM value_entry entry JOIN person declarer ON declarer.id = entry.declared_by_id
   LEFT JOIN person decider ON decider.id = entry.decided_by_id
   LEFT JOIN initiative ON initiative.id = entry.initiative_id
   LEFT JOIN value_entry corrected ON corrected.id = entry.corrects_id
   WHERE entry.organization_id = gmina.id AND entry.year = asked.year)`;

/** A gmina's balance of a year; undefined where the actor may not see it. */
export async function readBalance(
  db: Reader,
  actor: Actor,
  id: string,
  year: number | undefined,
): Promise<BalanceView | undefined> {
  const [row] = await db.rows<BalanceRow>(Prisma.sql`
    WITH ${asked(year)},
    gmina AS (
      SELECT organization.id, organization.name
      FROM organization JOIN municipality ON municipality.organization_id = organization.id
      WHERE organization.id = ${id}::uuid AND ${balanceIsVisible(actor)}),
    known AS (
      SELECT year FROM asked UNION SELECT year FROM dues_rate
      UNION SELECT entry.year FROM value_entry entry WHERE entry.organization_id = ${id}::uuid)
    SELECT json_build_object('id', gmina.id, 'name', gmina.name) AS organization, asked.year,
      (SELECT json_agg(json_build_object('year', known.year, 'closed', ${closed}, ${dues}) ORDER BY known.year DESC)
       FROM known LEFT JOIN balance_year ON balance_year.year = known.year
       LEFT JOIN person closer ON closer.id = balance_year.closed_by_id
       LEFT JOIN ${payersIn(Prisma.sql`known`)} AS payer ON payer.year = known.year AND payer.organization_id = gmina.id
       LEFT JOIN closed_dues ON closed_dues.year = known.year AND closed_dues.organization_id = gmina.id) AS years,
      ${sumsOf(Prisma.sql`gmina.id`, Prisma.sql`known`)} AS sums,
      ${entries} AS entries,
      (SELECT coalesce(json_agg(json_build_object(
                'id', initiative.id, 'title', json_build_object('pl', initiative.title_pl, 'en', initiative.title_en))
              ORDER BY initiative.title_pl COLLATE "pl-x-icu"), '[]')
       FROM initiative_part part JOIN initiative ON initiative.id = part.initiative_id
       WHERE part.organization_id = gmina.id AND part.state <> 'WITHDRAWN') AS initiatives
    FROM gmina CROSS JOIN asked`);
  return row && presentBalance(row, actor);
}

/** By whom a paper is given out, and when. */
export async function readImprint(db: Reader): Promise<Imprint> {
  const [row] = await db.rows<Imprint>(Prisma.sql`
    SELECT json_build_object('pl', name_pl, 'en', name_en) AS association, portal_today()::text AS today,
           time_zone AS "timeZone"
    FROM association`);
  if (!row) throw new Error('The portal has no association.');
  return row;
}

/** A gmina's balance inside a work, for what a deed answers. */
export const readBalanceIn = async (work: Work, actor: Actor, id: string, year: number): Promise<BalanceView> =>
  found(await readBalance({ rows: (sql) => rowsOf(work, sql) }, actor, id, year));

/** A year's balances of those who belong to the association on at least one of its days, or have entries in it. */
export async function readBalances(db: Reader, actor: Actor, year: number | undefined): Promise<BalancesView> {
  allow(balancePolicy.readAll(actor));
  const [row] = await db.rows<BalancesRow>(Prisma.sql`
    WITH ${asked(year)},
    payer AS MATERIALIZED (SELECT * FROM ${payersIn(Prisma.sql`asked`)} AS payer),
    member AS (
      SELECT organization_id FROM payer
      UNION SELECT entry.organization_id FROM value_entry entry JOIN asked ON asked.year = entry.year)
    SELECT asked.year, asked.year < extract(year FROM portal_today()) AS over, ${closed} AS closed,
      (SELECT coalesce(json_agg(known.year ORDER BY known.year DESC), '[]')
       FROM (SELECT year FROM dues_rate UNION SELECT year FROM balance_year) AS known) AS years,
      (SELECT coalesce(json_agg(json_build_object(
                'organization', json_build_object('id', organization.id, 'name', organization.name), ${dues},
                'sums', ${sumsOf(Prisma.sql`organization.id`, Prisma.sql`asked`)})
              ORDER BY organization.name COLLATE "pl-x-icu", organization.id), '[]')
       FROM member JOIN organization ON organization.id = member.organization_id
       LEFT JOIN payer ON payer.organization_id = organization.id
       LEFT JOIN closed_dues ON closed_dues.year = asked.year AND closed_dues.organization_id = organization.id) AS gminas
    FROM asked LEFT JOIN balance_year ON balance_year.year = asked.year
    LEFT JOIN person closer ON closer.id = balance_year.closed_by_id`);
  if (!row) throw new Error('A year was asked for, and none was found.');
  return presentBalances(row, actor);
}

/** The same inside a work. */
export const readBalancesIn = (work: Work, actor: Actor, year: number): Promise<BalancesView> =>
  readBalances({ rows: (sql) => rowsOf(work, sql) }, actor, year);
