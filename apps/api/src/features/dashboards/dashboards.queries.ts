import type { NetworkHealth, PendingMembership, StartView } from '@blizej/contracts';
import {
  decidingOffices,
  gminasOf,
  isSecretariat,
  leadingOffices,
  mainOffice,
  type Actor,
} from '../../kernel/actor.ts';
import { Prisma, type Reader } from '../../platform/database/database.ts';
import { newestEventOf } from '../activity/index.ts';
import { members, votesFor } from '../ballots/index.ts';
import { claimToDecide, shareToAgree } from '../budgets/index.ts';
import { ideaIsLate, ideaToAnswer } from '../ideas/index.ts';
import { partToConfirm } from '../initiatives/index.ts';
import { gminaIsMissed } from '../meetings/index.ts';
import { networkIsVisible, reviewIsDue } from '../networks/index.ts';
import { standingOfResolution } from '../organizations/index.ts';
import { waitsForSignature } from '../positions/index.ts';
import { listAssignments } from '../tasks/index.ts';

const perspectiveOf = (actor: Actor): StartView['perspective'] => {
  switch (mainOffice(actor)?.office) {
    case 'SECRETARIAT':
      return 'SECRETARIAT';
    case 'EXECUTIVE':
    case 'DELEGATE':
      return 'MAYOR';
    case 'COORDINATOR':
    case 'OFFICIAL':
      return 'OFFICIAL';
    default:
      return 'GUEST';
  }
};

interface PendingRow {
  networkId: string;
  networkNamePl: string;
  networkNameEn: string | null;
  organizationId: string;
  organizationName: string;
  state: PendingMembership['state'];
  step: PendingMembership['step'];
  requestedOn: string;
}

interface BallotRow {
  id: string;
  titlePl: string;
  titleEn: string;
  closesAt: string;
}

interface PositionRow {
  id: string;
  titlePl: string;
  titleEn: string | null;
  until: string;
  bySilence: boolean;
}

type HealthRow = Omit<NetworkHealth, 'name'> & { namePl: string; nameEn: string | null };

/** The start page: four statements at the most, whatever their length. */
export async function readStart(db: Reader, actor: Actor): Promise<StartView> {
  const perspective = perspectiveOf(actor);
  const nothing = { items: [] };
  const [overview, asked, submitted, praise] = await Promise.all([
    readOverview(db, actor),
    perspective === 'SECRETARIAT' ? nothing : listAssignments(db, actor, { show: 'todo' }),
    perspective === 'SECRETARIAT' ? listAssignments(db, actor, { show: 'submitted' }) : nothing,
    perspective === 'SECRETARIAT' ? null : newestEventOf(db, 'assignment.accepted', gminasOf(actor)),
  ]);
  return { perspective, ...overview, asked: asked.items, submitted: submitted.items, praise };
}

/** What waits for the actor in initiatives and positions, by what their own features say. */
const mattersOf = (actor: Actor): Prisma.Sql => Prisma.sql`
  SELECT 'PART' AS kind, initiative.id, initiative.title_pl, initiative.title_en, organization.name AS organization,
         NULL::int AS number, part.declared_at AS since
  FROM initiative_part part JOIN initiative ON initiative.id = part.initiative_id
  JOIN organization ON organization.id = part.organization_id
  WHERE ${partToConfirm(actor)}
  UNION ALL
  SELECT 'SHARE', initiative.id, initiative.title_pl, initiative.title_en, organization.name, NULL, version.written_at
  FROM budget_share share JOIN budget_version version ON version.id = share.version_id
  JOIN initiative ON initiative.id = version.initiative_id
  JOIN organization ON organization.id = share.organization_id
  WHERE ${shareToAgree(actor)}
  UNION ALL
  SELECT 'CLAIM', initiative.id, initiative.title_pl, initiative.title_en, organization.name, claim.number,
         claim.submitted_at
  FROM budget_claim claim JOIN initiative ON initiative.id = claim.initiative_id
  JOIN organization ON organization.id = claim.organization_id
  WHERE ${claimToDecide(actor)}
  UNION ALL
  SELECT 'APPROVAL', position.id, position.title_pl, position.title_en, member.name, NULL, position.decided_on
  FROM position CROSS JOIN (${members}) AS member
  WHERE ${waitsForSignature(actor)}`;

/** What waits for a vote, a word or a decision, how many are late, and the health of the networks, in one statement. */
async function readOverview(
  db: Reader,
  actor: Actor,
): Promise<Omit<StartView, 'perspective' | 'asked' | 'submitted' | 'praise'>> {
  const all = isSecretariat(actor);
  const own = gminasOf(actor);
  const [row] = await db.rows<{
    toAttend: StartView['toAttend'];
    matters: StartView['matters'];
    ideas: StartView['ideas'];
    ballots: BallotRow[];
    positions: PositionRow[];
    pending: PendingRow[];
    late: number;
    networks: HealthRow[];
  }>(Prisma.sql`
    WITH pending AS (
      SELECT network.id AS "networkId", network.name_pl AS "networkNamePl", network.name_en AS "networkNameEn",
             organization.id AS "organizationId", organization.name AS "organizationName", membership.state,
             CASE membership.state WHEN 'INVITED' THEN 'ACCEPT' WHEN 'REQUESTED' THEN 'CONFIRM' ELSE 'ADMIT' END AS step,
             (membership.requested_at AT TIME ZONE association.time_zone)::date AS "requestedOn"
      FROM membership CROSS JOIN association
      JOIN network ON network.id = membership.network_id AND network.state = 'ACTIVE'
      JOIN organization ON organization.id = membership.organization_id
      WHERE membership.state NOT IN ('ACTIVE', 'LEFT', 'DECLINED')
        AND ((membership.state <> 'CONFIRMED' AND organization.id = ANY (${gminasOf(actor, decidingOffices)}::uuid[]))
          OR (membership.state = 'CONFIRMED' AND (${all} OR EXISTS (
            SELECT FROM membership lead WHERE lead.network_id = network.id AND lead.role = 'LEAD'
              AND lead.state = 'ACTIVE' AND lead.organization_id = ANY (${gminasOf(actor, leadingOffices)}::uuid[])))))
      ORDER BY membership.requested_at LIMIT 50
    ), ballots AS (
      SELECT ballot.id, ballot.title_pl AS "titlePl", ballot.title_en AS "titleEn", ballot.closes_at AS "closesAt"
      FROM ballot JOIN ballot_elector elector ON elector.ballot_id = ballot.id
        AND elector.organization_id = ANY (${votesFor(actor)}::uuid[])
      WHERE ballot.state = 'OPEN' AND ballot.closes_at > portal_clock() AND NOT EXISTS (
        SELECT FROM ballot_vote WHERE ballot_vote.ballot_id = ballot.id
          AND ballot_vote.organization_id = elector.organization_id)
      ORDER BY ballot.closes_at, ballot.id LIMIT 50
    ), positions AS (
      SELECT position.id, position.title_pl AS "titlePl", position.title_en AS "titleEn",
             CASE position.state WHEN 'VOTING' THEN silence_until ELSE consultation_until END AS until,
             position.state = 'VOTING' AS "bySilence"
      FROM position
      WHERE (position.state = 'CONSULTATION' AND consultation_until > portal_clock()
          OR position.state = 'VOTING' AND ballot_id IS NULL AND silence_until > portal_clock())
        AND EXISTS (
          SELECT FROM (${members}) AS member
          WHERE member.id = ANY (${votesFor(actor)}::uuid[]) AND NOT EXISTS (
            SELECT FROM position_stand stand
            WHERE stand.position_id = position.id AND stand.organization_id = member.id))
      ORDER BY until, position.id LIMIT 50
    ), meetings AS (
      SELECT meeting.id, json_build_object('pl', meeting.title_pl, 'en', meeting.title_en) AS title, meeting.place
      FROM meeting WHERE ${gminaIsMissed(actor)} ORDER BY meeting.opened_at LIMIT 50
    ), matters AS (
      SELECT kind, matter.id, json_build_object('pl', title_pl, 'en', title_en) AS title, organization, number
      FROM (${mattersOf(actor)}) AS matter ORDER BY since, matter.id, organization LIMIT 50
    ), ideas AS (
      SELECT idea.id, idea.title, organization.name AS organization, idea.due_on::text AS "dueOn", ${ideaIsLate} AS late
      FROM idea JOIN organization ON organization.id = idea.organization_id
      WHERE ${ideaToAnswer(actor)}
    ), late AS (
      SELECT FROM assignment JOIN task ON task.id = assignment.task_id AND task.state = 'OPEN'
      WHERE assignment.state IN ('OPEN', 'IN_PROGRESS', 'RETURNED') AND assignment.due_on < portal_today()
        AND (${all} OR assignment.organization_id = ANY (${own}::uuid[])) LIMIT 100
    ), health AS (
      SELECT network.id, network.name_pl AS "namePl", network.name_en AS "nameEn", network.state,
             network.ends_on AS "endsOn", network.member_count AS "memberCount",
             network.open_task_count AS "openTaskCount", ${standingOfResolution} AS "mandateStanding",
             ${reviewIsDue} AS "reviewDue", figures.*
      FROM network LEFT JOIN resolution ON resolution.id = network.mandate_id CROSS JOIN LATERAL (
        SELECT count(*)::int AS asked,
          count(*) FILTER (WHERE assignment.state IN ('SUBMITTED', 'ACCEPTED'))::int AS answered,
          count(*) FILTER (WHERE assignment.state IN ('OPEN', 'IN_PROGRESS', 'RETURNED')
                           AND assignment.due_on < portal_today())::int AS "lateCount"
        FROM task JOIN assignment ON assignment.task_id = task.id
        WHERE task.network_id = network.id AND task.state = 'OPEN') AS figures
      WHERE network.state IN ('ACTIVE', 'CLOSING') AND ${networkIsVisible(actor)}
        AND (${all} OR EXISTS (SELECT FROM membership WHERE membership.network_id = network.id
          AND membership.state = 'ACTIVE' AND membership.organization_id = ANY (${own}::uuid[])))
      ORDER BY network.name_pl COLLATE "pl-x-icu" LIMIT 50
    )
    SELECT (SELECT coalesce(json_agg(ballots), '[]') FROM ballots) AS ballots,
           (SELECT coalesce(json_agg(positions), '[]') FROM positions) AS positions,
           (SELECT coalesce(json_agg(pending), '[]') FROM pending) AS pending,
           (SELECT coalesce(json_agg(meetings), '[]') FROM meetings) AS "toAttend",
           (SELECT coalesce(json_agg(matters), '[]') FROM matters) AS matters,
           (SELECT json_build_object('waiting', count(*), 'late', count(*) FILTER (WHERE ideas.late), 'first', (
              SELECT coalesce(json_agg(idea), '[]') FROM (
                SELECT * FROM ideas ORDER BY "dueOn", id LIMIT 5) AS idea)) FROM ideas) AS ideas,
           (SELECT count(*)::int FROM late) AS late,
           (SELECT coalesce(json_agg(health), '[]') FROM health) AS networks`);
  return {
    toAttend: row?.toAttend ?? [],
    matters: row?.matters ?? [],
    ideas: row?.ideas ?? { waiting: 0, late: 0, first: [] },
    toVote: (row?.ballots ?? []).map(({ id, titlePl, titleEn, closesAt }) => ({
      id,
      title: { pl: titlePl, en: titleEn },
      closesAt: new Date(closesAt).toISOString(),
    })),
    toSay: (row?.positions ?? []).map(({ id, titlePl, titleEn, until, bySilence }) => ({
      id,
      title: { pl: titlePl, en: titleEn },
      until: new Date(until).toISOString(),
      bySilence,
    })),
    toDecide: (row?.pending ?? []).map(
      ({ networkId, networkNamePl, networkNameEn, organizationId, organizationName, ...rest }) => ({
        ...rest,
        network: { id: networkId, name: { pl: networkNamePl, en: networkNameEn } },
        organization: { id: organizationId, name: organizationName },
      }),
    ),
    lateCount: row?.late ?? 0,
    networks: (row?.networks ?? []).map(({ namePl, nameEn, ...rest }) => ({
      ...rest,
      name: { pl: namePl, en: nameEn },
    })),
  };
}
