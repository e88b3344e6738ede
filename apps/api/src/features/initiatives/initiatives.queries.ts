import {
  pageSize,
  type InitiativeSummary,
  type InitiativeTimeline,
  type InitiativeView,
  type TimelineItem,
} from '@blizej/contracts';
import { gminasOf, type Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { presentInitiative, presentSummary, type InitiativeRow, type SummaryRow } from './initiative.presenter.ts';
import { initiativeIsShared, initiativeIsVisible, isFormer, milestoneTitle } from './initiatives.store.ts';

/** Whether the actor's own organization takes part. */
const takesPart = (actor: Actor) => Prisma.sql`EXISTS (
  SELECT FROM initiative_part own WHERE own.initiative_id = initiative.id AND own.state <> 'WITHDRAWN'
    AND own.organization_id = ANY (${actor.offices.map(({ organizationId }) => organizationId)}::uuid[]))`;

/** Whether the actor follows it. */
const isFollowed = (actor: Actor) => Prisma.sql`EXISTS (
  SELECT FROM initiative_follower follower WHERE follower.initiative_id = initiative.id
    AND follower.person_id = ${actor.personId}::uuid)`;

const summaryColumns = (actor: Actor) => Prisma.sql`
  initiative.id, json_build_object('pl', initiative.title_pl, 'en', initiative.title_en) AS title,
  json_build_object('pl', initiative.summary_pl, 'en', initiative.summary_en) AS summary,
  initiative.stage, initiative.level, initiative.goals::text[], initiative.topics,
  initiative.starts_on::text AS "startsOn", initiative.ends_on::text AS "endsOn",
  initiative.version,
  (SELECT json_build_object('id', organization.id, 'name', organization.name, 'confirmed', part.state = 'CONFIRMED',
                            'former', ${isFormer(Prisma.sql`organization.id`)})
   FROM initiative_part part JOIN organization ON organization.id = part.organization_id
   WHERE part.initiative_id = initiative.id AND part.role = 'LEAD_PARTNER' AND part.state <> 'WITHDRAWN') AS lead,
  (SELECT json_build_object('id', organization.id, 'name', organization.name,
                            'former', ${isFormer(Prisma.sql`organization.id`)})
   FROM organization WHERE organization.id = initiative.proposed_by_id) AS proposer,
  (SELECT count(*)::int FROM milestone
   WHERE milestone.initiative_id = initiative.id AND milestone.reached_on IS NULL) AS "openMilestones",
  (SELECT json_build_object('confirmed', count(*) FILTER (WHERE part.state = 'CONFIRMED'), 'all', count(*))
   FROM initiative_part part WHERE part.initiative_id = initiative.id AND part.state <> 'WITHDRAWN') AS parts,
  (SELECT json_build_object('title', ${milestoneTitle}, 'dueOn', milestone.due_on::text,
                            'late', milestone.due_on < portal_today())
   FROM milestone WHERE milestone.initiative_id = initiative.id AND milestone.reached_on IS NULL
   ORDER BY milestone.due_on, milestone.id LIMIT 1) AS "nextMilestone",
  ${isFollowed(actor)} AS following`;

interface Filters {
  search?: string | undefined;
  stage?: string | undefined;
  level?: string | undefined;
  goal?: string | undefined;
  topic?: string | undefined;
  mine?: boolean | undefined;
  following?: boolean | undefined;
  cursor?: string | undefined;
}

/** Initiatives that the actor may see, by title in Polish order. */
export async function listInitiatives(db: Reader, actor: Actor, query: Filters): Promise<Page<InitiativeSummary>> {
  const [afterTitle, afterId] = readCursor(query.cursor, 'text', 'id');
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    SELECT ${summaryColumns(actor)} FROM initiative
    WHERE ${initiativeIsVisible(actor)}
      AND (${query.search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', initiative.title_pl, initiative.title_en,
             initiative.summary_pl, array_to_string(initiative.topics, ' '))), portal_fold(${query.search ?? ''})) > 0)
      AND (${query.stage ?? null}::text IS NULL OR initiative.stage::text = ${query.stage ?? null})
      AND (${query.level ?? null}::text IS NULL OR initiative.level::text = ${query.level ?? null})
      AND (${query.goal ?? null}::text IS NULL OR ${query.goal ?? null} = ANY (initiative.goals::text[]))
      AND (${query.topic ?? null}::text IS NULL OR ${query.topic ?? null} = ANY (initiative.topics))
      AND (NOT ${query.mine ?? false} OR ${takesPart(actor)})
      AND (NOT ${query.following ?? false} OR ${isFollowed(actor)})
      AND (${afterId ?? null}::uuid IS NULL
        OR (initiative.title_pl COLLATE "pl-x-icu", initiative.id) > (${afterTitle ?? ''}, ${afterId ?? null}::uuid))
    ORDER BY initiative.title_pl COLLATE "pl-x-icu", initiative.id LIMIT ${pageSize + 1}`);
  const { items, next } = pageOf(rows, ({ title, id }) => [title.pl, id]);
  return { items: items.map((row) => presentSummary(row, actor)), next };
}

/** An organization as it is named in an answer. */
const named = (table: Prisma.Sql) => Prisma.sql`json_build_object('id', ${table}.id, 'name', ${table}.name)`;
const organization = Prisma.sql`organization`;

const participants = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'organization', ${named(organization)}, 'organizationKind', organization.kind,
            'former', ${isFormer(Prisma.sql`organization.id`)}, 'role', part.role,
            'state', part.state, 'part', part.part, 'declaredBy', ${named(Prisma.sql`declarer`)},
            'declaredAt', to_json(part.declared_at), 'confirmedBy',
            CASE WHEN confirmer.id IS NOT NULL THEN ${named(Prisma.sql`confirmer`)} END,
            'confirmedAt', to_json(part.confirmed_at), 'withdrawal', part.withdrawal)
          ORDER BY part.state = 'WITHDRAWN', part.role, organization.name COLLATE "pl-x-icu", part.id), '[]')
   FROM initiative_part part JOIN organization ON organization.id = part.organization_id
   JOIN person declarer ON declarer.id = part.declared_by_id LEFT JOIN person confirmer ON confirmer.id = part.confirmed_by_id
   WHERE part.initiative_id = initiative.id)`;

const indicators = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', indicator.id, 'name', json_build_object('pl', indicator.name_pl, 'en', indicator.name_en),
            'unit', indicator.unit, 'baseline', indicator.baseline::float8, 'target', indicator.target::float8,
            'border', indicator.border, 'measurements',
            (SELECT coalesce(json_agg(json_build_object(
                      'value', measurement.value::float8, 'measuredOn', measurement.measured_on::text,
                      'evidence', measurement.evidence, 'by', person.name)
                    ORDER BY measurement.measured_on DESC, measurement.id DESC), '[]')
             FROM measurement JOIN person ON person.id = measurement.person_id
             WHERE measurement.indicator_id = indicator.id)) ORDER BY indicator.id), '[]')
   FROM indicator WHERE indicator.initiative_id = initiative.id)`;

const decisions = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', decision.id, 'title', decision.title, 'text', decision.text, 'decidedBy', decision.decided_by,
            'decidedOn', decision.decided_on::text, 'reason', decision.reason, 'resolution',
            CASE WHEN resolution.id IS NOT NULL
              THEN json_build_object('id', resolution.id, 'number', resolution.number) END,
            'supersedesId', decision.supersedes_id, 'supersededById', later.id, 'recordedBy', person.name,
            'organization', organization.name, 'recordedAt', to_json(decision.recorded_at))
          ORDER BY decision.decided_on DESC, decision.id DESC), '[]')
   FROM initiative_decision decision JOIN person ON person.id = decision.person_id
   JOIN organization ON organization.id = decision.organization_id
   LEFT JOIN resolution ON resolution.id = decision.resolution_id
   LEFT JOIN initiative_decision later ON later.supersedes_id = decision.id
   WHERE decision.initiative_id = initiative.id)`;

const initiativeById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${summaryColumns(actor)}, initiative.benefit, ${initiativeIsShared(actor)} AS shared,
    EXISTS (SELECT FROM initiative_card card WHERE card.initiative_id = initiative.id) AS published, ${decisions} AS decisions,
    (SELECT json_build_object('id', network.id, 'name', json_build_object('pl', network.name_pl, 'en', network.name_en))
     FROM network WHERE network.id = initiative.network_id) AS network,
    ${participants} AS participants,
    (SELECT coalesce(json_agg(json_build_object(
              'id', milestone.id, 'title', ${milestoneTitle}, 'dueOn', milestone.due_on::text,
              'reachedOn', milestone.reached_on::text,
              'late', milestone.reached_on IS NULL AND milestone.due_on < portal_today())
            ORDER BY milestone.due_on, milestone.id), '[]')
     FROM milestone WHERE milestone.initiative_id = initiative.id) AS milestones,
    ${indicators} AS indicators,
    (SELECT coalesce(json_agg(json_build_object('id', risk.id, 'text', risk.text, 'likelihood', risk.likelihood,
                                                'impact', risk.impact, 'response', risk.response)
            ORDER BY risk.likelihood * risk.impact DESC, risk.id), '[]')
     FROM risk WHERE risk.initiative_id = initiative.id) AS risks,
    (SELECT coalesce(json_agg(json_build_object('stage', move.stage, 'level', move.level, 'reason', move.reason,
              'by', person.name, 'organization', organization.name, 'movedAt', to_json(move.moved_at))
            ORDER BY move.id DESC), '[]')
     FROM initiative_move move JOIN person ON person.id = move.person_id
     JOIN organization ON organization.id = move.organization_id WHERE move.initiative_id = initiative.id) AS moves,
    (SELECT count(*)::int FROM initiative_follower follower WHERE follower.initiative_id = initiative.id) AS followers,
    (SELECT coalesce(json_agg(${named(organization)} ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
     FROM organization WHERE organization.kind = 'PARTNER' AND NOT EXISTS (
       SELECT FROM partner WHERE partner.organization_id = organization.id AND partner.state <> 'ACTIVE')) AS partners,
    (SELECT coalesce(json_agg(${named(organization)} ORDER BY organization.name COLLATE "pl-x-icu"), '[]')
     FROM organization JOIN municipality ON municipality.organization_id = organization.id
     WHERE municipality.status = 'MEMBER' AND organization.id = ANY (${gminasOf(actor)}::uuid[])) AS own
  FROM initiative WHERE initiative.id = ${id}::uuid AND ${initiativeIsVisible(actor)}`;

/** One initiative as the actor sees it; undefined where the actor may not. */
export async function readInitiative(db: Reader, actor: Actor, id: string): Promise<InitiativeView | undefined> {
  const [row] = await db.rows<InitiativeRow>(initiativeById(actor, id));
  return row && presentInitiative(row, actor);
}

/** The same inside a work, for what a deed answers. */
export const readInitiativeIn = async (work: Work, actor: Actor, id: string): Promise<InitiativeView> =>
  found(await readInitiative({ rows: (sql) => rowsOf(work, sql) }, actor, id));

/** Whether the actor may see the initiative. */
export async function initiativeExists(db: Reader, actor: Actor, id: string): Promise<boolean> {
  const rows = await db.rows(
    Prisma.sql`SELECT 1 FROM initiative WHERE id = ${id}::uuid AND ${initiativeIsVisible(actor)}`,
  );
  return rows.length > 0;
}

/** The most initiatives in one picture of time. */
const timelineRows = 50;

/** Initiatives that have their place in time, those that begin first first. */
export async function listTimeline(
  db: Reader,
  actor: Actor,
  { mine = false, following = false }: { mine?: boolean | undefined; following?: boolean | undefined },
): Promise<InitiativeTimeline> {
  const rows = await db.rows<TimelineItem>(Prisma.sql`
    SELECT initiative.id, json_build_object('pl', initiative.title_pl, 'en', initiative.title_en) AS title,
           initiative.stage, initiative.starts_on::text AS "startsOn", initiative.ends_on::text AS "endsOn",
           planned.milestones
    FROM initiative CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(json_build_object('id', milestone.id, 'title', ${milestoneTitle},
                                                 'dueOn', milestone.due_on::text, 'reachedOn', milestone.reached_on::text,
                                                 'late', milestone.reached_on IS NULL AND milestone.due_on < portal_today())
                               ORDER BY milestone.due_on, milestone.id), '[]') AS milestones, min(milestone.due_on) AS first
      FROM milestone WHERE milestone.initiative_id = initiative.id) AS planned
    WHERE ${initiativeIsVisible(actor)} AND initiative.stage <> 'ABANDONED'
      AND coalesce(initiative.starts_on, initiative.ends_on, planned.first) IS NOT NULL
      AND (NOT ${mine} OR ${takesPart(actor)}) AND (NOT ${following} OR ${isFollowed(actor)})
    ORDER BY coalesce(least(initiative.starts_on, planned.first), initiative.ends_on),
             initiative.title_pl COLLATE "pl-x-icu", initiative.id
    LIMIT ${timelineRows + 1}`);
  return { items: rows.slice(0, timelineRows), more: rows.length > timelineRows };
}
