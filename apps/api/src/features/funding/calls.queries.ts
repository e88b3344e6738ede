import {
  pageSize,
  voivodeships,
  type CallState,
  type CallSummary,
  type CallView,
  type ProgrammeView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import {
  presentCall,
  presentCallSummary,
  presentProgramme,
  type CallRow,
  type ProgrammeRow,
  type WholeCallRow,
} from './call.presenter.ts';
import { dayOf, fundingIsVisible, nextAt, stateByClock } from './calls.store.ts';
import { ownGmina } from './funding.policy.ts';

/** The reader of a work, for what a deed answers. */
export const readerOf = (work: Work): Reader => ({ rows: (sql) => rowsOf(work, sql) });

/** The sessions of a gmina's council that are still to be held, as JSON. */
export const sessionsOf = (organizationId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('heldOn', session.held_on::text, 'tabledBy', session.tabled_by::text)
                            ORDER BY session.held_on), '[]')
   FROM council_session session WHERE session.organization_id = ${organizationId} AND session.held_on >= portal_today())`;

/** What a gmina works on or needs: topics of its needs, its initiatives and its networks. */
export const topicsOf = (organizationId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ARRAY(SELECT unnest(need.topics) FROM need WHERE need.organization_id = ${organizationId} AND need.withdrawal IS NULL
        UNION SELECT unnest(initiative.topics) FROM initiative_part part
          JOIN initiative ON initiative.id = part.initiative_id
          WHERE part.organization_id = ${organizationId} AND part.state <> 'WITHDRAWN'
            AND initiative.stage NOT IN ('COMPLETED', 'ABANDONED')
        UNION SELECT unnest(network.topics) FROM membership JOIN network ON network.id = membership.network_id
          WHERE membership.organization_id = ${organizationId} AND membership.state = 'ACTIVE' AND network.state = 'ACTIVE'
        ORDER BY 1)`;

/** The viewer's own gmina, once for all rows. */
const ownGminaOf = (actor: Actor): Prisma.Sql => {
  const id = Prisma.sql`${ownGmina(actor)}::uuid`;
  return Prisma.sql`
    (SELECT organization.name, municipality.voivodeship, ${sessionsOf(id)} AS sessions, ${topicsOf(id)} AS topics
     FROM organization JOIN municipality ON municipality.organization_id = organization.id
     WHERE organization.id = ${id})`;
};

/** The territory that holds: the call's own, or that of its programme. */
const territory = Prisma.sql`
  (CASE WHEN cardinality(funding_call.territory) > 0 THEN funding_call.territory ELSE programme.territory END)`;

/** Where calls are read from: each with its programme, beside the viewer's own gmina. */
export const callsFor = (actor: Actor): Prisma.Sql => Prisma.sql`
  funding_call JOIN programme ON programme.id = funding_call.programme_id LEFT JOIN ${ownGminaOf(actor)} AS own ON true`;

export const callColumns = (actor: Actor): Prisma.Sql => Prisma.sql`
  funding_call.id,
  json_build_object('id', programme.id, 'shortName', programme.short_name,
                    'name', json_build_object('pl', programme.name_pl, 'en', programme.name_en)) AS programme,
  json_build_object('pl', funding_call.title_pl, 'en', funding_call.title_en) AS title,
  funding_call.opens_on::text AS "opensOn", funding_call.first_stage_at AS "firstStageAt",
  funding_call.closes_at AS "closesAt", ${dayOf(Prisma.sql`funding_call.first_stage_at`)}::text AS "firstStageOn",
  ${dayOf(Prisma.sql`funding_call.closes_at`)}::text AS "closesOn", portal_now() AS now, portal_today()::text AS today,
  funding_call.grant_rate::float8 AS "grantRate", funding_call.minimum::float8, funding_call.maximum::float8,
  funding_call.currency::text, funding_call.applicants::text[], ${territory} AS territory,
  funding_call.partners_min AS "partnersMin", funding_call.countries_min AS "countriesMin", funding_call.topics,
  funding_call.goals::text[], funding_call.signing_days AS "signingDays",
  funding_call.cancellation IS NOT NULL AS "isCancelled",
  EXISTS (SELECT FROM call_follower follower WHERE follower.call_id = funding_call.id
            AND follower.person_id = ${actor.personId}::uuid) AS following,
  CASE WHEN own.name IS NOT NULL THEN to_json(own) END AS own`;

interface Filters {
  search?: string | undefined;
  state?: CallState | undefined;
  programme?: string | undefined;
  topic?: string | undefined;
  goal?: string | undefined;
  ours?: boolean | undefined;
  following?: boolean | undefined;
  cursor?: string | undefined;
}

/** What is open to the viewer's gmina and about what it works on or needs. */
const isOurs = Prisma.sql`
  ${nextAt} IS NOT NULL AND 'MUNICIPALITY' = ANY (funding_call.applicants::text[]) AND funding_call.topics && own.topics
  AND (funding_call.first_stage_at IS NULL OR funding_call.first_stage_at > portal_now())
  AND (cardinality(${territory}) = 0 OR own.voivodeship = ANY (${territory})
       OR ('PL' = ANY (${territory}) AND NOT ${territory} && ${[...voivodeships]}::text[]))`;

/** Calls that the actor may see: those ahead by their next deadline, then those that are over, the last one first. */
export async function listCalls(db: Reader, actor: Actor, query: Filters): Promise<Page<CallSummary>> {
  const [ended, epoch, afterId] = readCursor(query.cursor, 'number', 'number', 'id');
  const rows = await db.rows<CallRow & { ended: number; epoch: string }>(Prisma.sql`
    SELECT * FROM (
      SELECT ${callColumns(actor)}, (${nextAt} IS NULL)::int AS ended,
        (CASE WHEN ${nextAt} IS NULL THEN -extract(epoch FROM funding_call.closes_at)
              ELSE extract(epoch FROM ${nextAt}) END)::text AS epoch
      FROM ${callsFor(actor)}
      WHERE ${fundingIsVisible(actor)}
        AND (${query.search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', funding_call.title_pl, funding_call.title_en,
               programme.short_name, programme.name_pl, programme.name_en, array_to_string(funding_call.topics, ' '))),
               portal_fold(${query.search ?? ''})) > 0)
        AND (${query.state ?? null}::text IS NULL OR ${stateByClock} = ${query.state ?? null})
        AND (${query.programme ?? null}::uuid IS NULL OR funding_call.programme_id = ${query.programme ?? null}::uuid)
        AND (${query.topic ?? null}::text IS NULL OR ${query.topic ?? null} = ANY (funding_call.topics))
        AND (${query.goal ?? null}::text IS NULL OR ${query.goal ?? null} = ANY (funding_call.goals::text[]))
        AND (NOT ${query.ours ?? false} OR (own.name IS NOT NULL AND ${isOurs}))
        AND (NOT ${query.following ?? false} OR EXISTS (
          SELECT FROM call_follower follower WHERE follower.call_id = funding_call.id
            AND follower.person_id = ${actor.personId}::uuid))) AS listed
    WHERE ${afterId ?? null}::uuid IS NULL
      OR (ended, epoch::numeric, id) > (${ended ?? '0'}::int, ${epoch ?? '0'}::numeric, ${afterId ?? null}::uuid)
    ORDER BY ended, epoch::numeric, id LIMIT ${pageSize + 1}`);
  const page = pageOf(rows, (row) => [String(row.ended), row.epoch, row.id]);
  return { ...page, items: page.items.map(presentCallSummary) };
}

const callById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${callColumns(actor)}, funding_call.external_id AS "externalId",
    json_build_object('pl', funding_call.about_pl, 'en', funding_call.about_en) AS about,
    funding_call.territory AS "ownTerritory", coalesce(funding_call.territory_note, programme.territory_note) AS "territoryNote",
    funding_call.link, funding_call.cancellation, funding_call.version,
    (SELECT coalesce(json_agg(json_build_object(
              'formerFirstStageAt', former_first_stage_at, 'formerClosesAt', former_closes_at,
              'firstStageAt', move.first_stage_at, 'closesAt', move.closes_at, 'reason', reason, 'movedAt', moved_at)
            ORDER BY move.id DESC), '[]')
     FROM deadline_move move WHERE move.call_id = funding_call.id) AS moves,
    (SELECT coalesce(json_agg(json_build_object(
              'id', initiative.id, 'title', json_build_object('pl', initiative.title_pl, 'en', initiative.title_en),
              'grant', choice."grant") ORDER BY choice.chosen_at, initiative.id), '[]')
     FROM call_choice choice JOIN initiative ON initiative.id = choice.initiative_id
     WHERE choice.call_id = funding_call.id) AS "chosenBy",
    (SELECT count(*)::int FROM call_follower follower WHERE follower.call_id = funding_call.id) AS followers
  FROM ${callsFor(actor)} WHERE funding_call.id = ${id}::uuid AND ${fundingIsVisible(actor)}`;

/** One call as the actor sees it; undefined where the actor may not. */
export async function readCall(db: Reader, actor: Actor, id: string): Promise<CallView | undefined> {
  const [row] = await db.rows<WholeCallRow>(callById(actor, id));
  return row && presentCall(row, actor);
}

/** The same inside a work, for what a deed answers. */
export const readCallIn = async (work: Work, actor: Actor, id: string): Promise<CallView> =>
  found(await readCall(readerOf(work), actor, id));

/** Whether the actor may see the call. */
export async function callExists(db: Reader, actor: Actor, id: string): Promise<boolean> {
  const rows = await db.rows(
    Prisma.sql`SELECT 1 FROM funding_call WHERE id = ${id}::uuid AND ${fundingIsVisible(actor)}`,
  );
  return rows.length > 0;
}

const programmeColumns = (actor: Actor) => Prisma.sql`
  programme.id, programme.short_name AS "shortName",
  json_build_object('pl', programme.name_pl, 'en', programme.name_en) AS name, programme.first_year AS "firstYear",
  programme.last_year AS "lastYear", programme.website, programme.territory, programme.territory_note AS "territoryNote",
  (SELECT count(*)::int FROM funding_call
   WHERE funding_call.programme_id = programme.id AND ${nextAt} IS NOT NULL) AS "callsAhead",
  EXISTS (SELECT FROM programme_follower follower WHERE follower.programme_id = programme.id
            AND follower.person_id = ${actor.personId}::uuid) AS following,
  programme.version`;

/** Programmes that the actor may see, by name in Polish order. */
export async function listProgrammes(
  db: Reader,
  actor: Actor,
  query: { search?: string | undefined; cursor?: string | undefined },
): Promise<Page<ProgrammeView>> {
  const [afterName, afterId] = readCursor(query.cursor, 'text', 'id');
  const rows = await db.rows<ProgrammeRow>(Prisma.sql`
    SELECT ${programmeColumns(actor)} FROM programme
    WHERE ${fundingIsVisible(actor)}
      AND (${query.search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', short_name, name_pl, name_en)),
             portal_fold(${query.search ?? ''})) > 0)
      AND (${afterId ?? null}::uuid IS NULL
        OR (programme.name_pl COLLATE "pl-x-icu", programme.id) > (${afterName ?? ''}, ${afterId ?? null}::uuid))
    ORDER BY programme.name_pl COLLATE "pl-x-icu", programme.id LIMIT ${pageSize + 1}`);
  const page = pageOf(rows, ({ name, id }) => [name.pl, id]);
  return { ...page, items: page.items.map((row) => presentProgramme(row, actor)) };
}

/** One programme inside a work, for what a deed answers. */
export async function readProgrammeIn(work: Work, actor: Actor, id: string): Promise<ProgrammeView> {
  const [row] = await rowsOf<ProgrammeRow>(
    work,
    Prisma.sql`
      SELECT ${programmeColumns(actor)} FROM programme WHERE id = ${id}::uuid AND ${fundingIsVisible(actor)}`,
  );
  return presentProgramme(found(row), actor);
}
