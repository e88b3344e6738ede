import {
  pageSize,
  type CalendarFeedView,
  type CouncilSessionView,
  type Language,
  type Localized,
  type NeedView,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { hashToken } from '../accounts/index.ts';
import { readerOf, sessionsOf } from './calls.queries.ts';
import { dayOf, fundingIsVisible } from './calls.store.ts';
import { fundingPolicy } from './funding.policy.ts';
import type { Session } from './plan.rules.ts';

type NeedRow = Omit<NeedView, 'abilities'>;

const presentNeed = (row: NeedRow, actor: Actor): NeedView => ({
  ...row,
  abilities: { change: row.withdrawal === null && fundingPolicy.changeNeed(actor, row.organization.id) },
});

const needColumns = Prisma.sql`
  need.id, json_build_object('id', organization.id, 'name', organization.name) AS organization, need.title, need.why,
  need.topics, need.goals::text[], need.year, need.border, need.cost::float8, need.currency::text, need.withdrawal,
  need.version`;

/** Needs that the actor may see, those of the latest year first. */
export async function listNeeds(
  db: Reader,
  actor: Actor,
  query: {
    search?: string | undefined;
    organization?: string | undefined;
    border?: boolean | undefined;
    cursor?: string | undefined;
  },
): Promise<Page<NeedView>> {
  const [year, afterId] = readCursor(query.cursor, 'number', 'id');
  const rows = await db.rows<NeedRow>(Prisma.sql`
    SELECT ${needColumns} FROM need JOIN organization ON organization.id = need.organization_id
    WHERE ${fundingIsVisible(actor)}
      AND (${query.search ?? ''} = '' OR strpos(portal_fold(concat_ws(' ', need.title, need.why, organization.name,
             array_to_string(need.topics, ' '))), portal_fold(${query.search ?? ''})) > 0)
      AND (${query.organization ?? null}::uuid IS NULL OR need.organization_id = ${query.organization ?? null}::uuid)
      AND (NOT ${query.border ?? false} OR need.border)
      AND (${afterId ?? null}::uuid IS NULL OR (-need.year, need.id) > (-${year ?? '0'}::int, ${afterId ?? null}::uuid))
    ORDER BY need.year DESC, need.id LIMIT ${pageSize + 1}`);
  const page = pageOf(rows, (row) => [String(row.year), row.id]);
  return { ...page, items: page.items.map((row) => presentNeed(row, actor)) };
}

/** One need inside a work, for what a deed answers. */
export async function readNeedIn(work: Work, actor: Actor, id: string): Promise<NeedView> {
  const [row] = await readerOf(work).rows<NeedRow>(Prisma.sql`
    SELECT ${needColumns} FROM need JOIN organization ON organization.id = need.organization_id
    WHERE need.id = ${id}::uuid AND ${fundingIsVisible(actor)}`);
  return presentNeed(found(row), actor);
}

type SessionRow = Omit<CouncilSessionView, 'abilities'>;

/** Sessions of the councils from today on, the next first. */
export async function listCouncilSessions(
  db: Reader,
  actor: Actor,
  query: { organization?: string | undefined; cursor?: string | undefined },
): Promise<Page<CouncilSessionView>> {
  const [afterDay, afterId] = readCursor(query.cursor, 'day', 'id');
  const rows = await db.rows<SessionRow>(Prisma.sql`
    SELECT session.id, json_build_object('id', organization.id, 'name', organization.name) AS organization,
           session.held_on::text AS "heldOn", session.tabled_by::text AS "tabledBy"
    FROM council_session session JOIN organization ON organization.id = session.organization_id
    WHERE ${fundingIsVisible(actor)} AND session.held_on >= portal_today()
      AND (${query.organization ?? null}::uuid IS NULL OR session.organization_id = ${query.organization ?? null}::uuid)
      AND (${afterId ?? null}::uuid IS NULL
        OR (session.held_on, session.id) > (${afterDay ?? null}::date, ${afterId ?? null}::uuid))
    ORDER BY session.held_on, session.id LIMIT ${pageSize + 1}`);
  const page = pageOf(rows, ({ heldOn, id }) => [heldOn, id]);
  return {
    ...page,
    items: page.items.map((row) => ({
      ...row,
      abilities: { remove: fundingPolicy.planSessions(actor, row.organization.id) },
    })),
  };
}

/** Whether the actor's calendar has been issued; its secret is never said again. */
export async function readCalendarFeed(db: Reader, actor: Actor): Promise<CalendarFeedView> {
  const rows = await db.rows(
    Prisma.sql`SELECT 1 FROM calendar_feed WHERE person_id = ${actor.personId}::uuid AND ${fundingIsVisible(actor)}`,
  );
  return { issued: rows.length > 0, path: null };
}

export interface FeedCall {
  readonly id: string;
  readonly title: Localized;
  readonly firstStageAt: string | null;
  readonly closesAt: string;
  readonly closesOn: string;
  readonly signingDays: number;
}

export interface Feed {
  readonly language: Language;
  readonly today: string;
  readonly calls: readonly FeedCall[];
  readonly gminas: readonly { readonly id: string; readonly name: string; readonly sessions: readonly Session[] }[];
}

const holdsToday = Prisma.sql`
  appointment.person_id = person.id AND appointment.starts_on <= portal_today()
  AND (appointment.ends_on IS NULL OR appointment.ends_on >= portal_today())`;

/**
 * What stands in the calendar behind a secret: the calls that its person follows or in which an initiative of the person's
 * gminas applies, with the sessions of these gminas. Undefined where the secret is void, or its person works for nobody here.
 */
export async function readFeed(db: Reader, token: string): Promise<Feed | undefined> {
  const [feed] = await db.rows<Feed>(Prisma.sql`
    WITH owner AS (
      SELECT person.id, person.language,
             ARRAY(SELECT DISTINCT appointment.organization_id FROM appointment
                   JOIN municipality ON municipality.organization_id = appointment.organization_id
                   WHERE ${holdsToday}) AS gminas
      FROM calendar_feed JOIN person ON person.id = calendar_feed.person_id AND person.active
      WHERE calendar_feed.token_hash = ${hashToken(token)}
        AND EXISTS (SELECT FROM appointment WHERE ${holdsToday} AND appointment.office <> 'PARTNER_CONTACT'))
    SELECT owner.language::text, portal_today()::text AS today,
      (SELECT coalesce(json_agg(json_build_object('id', call.id,
                'title', json_build_object('pl', call.title_pl, 'en', call.title_en), 'firstStageAt', call.first_stage_at,
                'closesAt', call.closes_at, 'closesOn', ${dayOf(Prisma.sql`call.closes_at`)}::text,
                'signingDays', call.signing_days) ORDER BY call.closes_at, call.id), '[]')
       FROM (SELECT * FROM funding_call WHERE cancellation IS NULL AND closes_at > portal_now() - interval '30 days'
               AND (EXISTS (SELECT FROM call_follower follower
                            WHERE follower.call_id = funding_call.id AND follower.person_id = owner.id)
                 OR EXISTS (SELECT FROM call_choice choice
                            JOIN initiative_part part ON part.initiative_id = choice.initiative_id AND part.state <> 'WITHDRAWN'
                            WHERE choice.call_id = funding_call.id AND part.organization_id = ANY (owner.gminas)))
             ORDER BY closes_at LIMIT 200) AS call) AS calls,
      (SELECT coalesce(json_agg(json_build_object('id', organization.id, 'name', organization.name,
                'sessions', ${sessionsOf(Prisma.sql`organization.id`)}) ORDER BY organization.name), '[]')
       FROM organization WHERE organization.id = ANY (owner.gminas)) AS gminas
    FROM owner`);
  return feed;
}
