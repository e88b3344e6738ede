import { pageSize, type MeetingSummary, type MeetingView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, type Reader } from '../../platform/database/database.ts';
import { pageOf, readCursor, type Page } from '../../platform/database/paging.ts';
import { readTimeZone } from '../organizations/index.ts';
import { positionIsVisible } from '../positions/index.ts';
import type { Minutes } from './meeting-minutes.ts';
import { presentMeeting, presentSummary, type MeetingRow, type SummaryRow } from './meeting.presenter.ts';
import { meetingIsVisible } from './meetings.store.ts';

const summaryColumns = Prisma.sql`
  meeting.id, meeting.number, meeting.title_pl AS "titlePl", meeting.title_en AS "titleEn", meeting.place,
  meeting.starts_at AS "startsAt", meeting.state, meeting.opened_at AS "openedAt",
  (SELECT count(*)::int FROM meeting_roll roll WHERE roll.meeting_id = meeting.id) AS members,
  (SELECT count(*)::int FROM meeting_presence presence
   WHERE presence.meeting_id = meeting.id AND presence.left_at IS NULL) AS present`;

/** General Assemblies that the actor may see, the latest first. */
export async function listMeetings(
  db: Reader,
  actor: Actor,
  query: { ballotId?: string | undefined; positionId?: string | undefined; cursor?: string | undefined },
): Promise<Page<MeetingSummary>> {
  const [startsAt, id] = readCursor(query.cursor, 'instant', 'id');
  const rows = await db.rows<SummaryRow>(Prisma.sql`
    SELECT ${summaryColumns} FROM meeting
    WHERE ${meetingIsVisible(actor)}
      AND (${query.ballotId ?? null}::uuid IS NULL OR meeting.id = (
        SELECT item.meeting_id FROM agenda_item item JOIN agenda_ballot ON agenda_ballot.item_id = item.id
        WHERE agenda_ballot.ballot_id = ${query.ballotId ?? null}::uuid))
      AND (${query.positionId ?? null}::uuid IS NULL OR EXISTS (
        SELECT FROM agenda_item item
        WHERE item.meeting_id = meeting.id AND item.position_id = ${query.positionId ?? null}::uuid))
      AND (${id ?? null}::uuid IS NULL
        OR (meeting.starts_at, meeting.id) < (${startsAt ?? null}::timestamptz, ${id ?? null}::uuid))
    ORDER BY meeting.starts_at DESC, meeting.id DESC LIMIT ${pageSize + 1}`);
  return pageOf(rows.map(presentSummary), (meeting) => [meeting.startsAt, meeting.id]);
}

const meetingById = (actor: Actor, id: string) => Prisma.sql`
  SELECT ${summaryColumns}, meeting.presence_quorum AS "presenceQuorum", meeting.closed_at AS "closedAt",
    meeting.cancellation, meeting.version, portal_clock() AS now,
    (SELECT coalesce(json_agg(json_build_object(
              'id', item.id, 'titlePl', item.title_pl, 'titleEn', item.title_en,
              'position', CASE WHEN position.id IS NOT NULL THEN json_build_object(
                'id', position.id, 'title', json_build_object('pl', position.title_pl, 'en', position.title_en),
                'state', position.state, 'textNumber', position.text_number) END,
              'withdrawn', (
                SELECT coalesce(json_agg(json_build_object('id', former.id, 'reason', former.withdrawal)
                                         ORDER BY former.opened_at), '[]')
                FROM agenda_ballot JOIN ballot former ON former.id = agenda_ballot.ballot_id
                WHERE agenda_ballot.item_id = item.id AND former.state = 'WITHDRAWN'),
              'ballot', CASE WHEN ballot.id IS NOT NULL THEN json_build_object(
                'id', ballot.id, 'titlePl', ballot.title_pl, 'titleEn', ballot.title_en, 'questionPl', ballot.question_pl,
                'questionEn', ballot.question_en, 'state', ballot.state,
                'closesAt', ballot.closes_at, 'electorCount', ballot.elector_count, 'votedCount', ballot.voted_count,
                'outcome', ballot.outcome, 'for', coalesce(ballot.for_count, live.for),
                'against', coalesce(ballot.against_count, live.against),
                'abstain', coalesce(ballot.abstain_count, live.abstain)) END) ORDER BY item.ordinal), '[]')
     FROM agenda_item item LEFT JOIN position ON position.id = item.position_id AND ${positionIsVisible(actor)}
     LEFT JOIN LATERAL (
       SELECT ballot.* FROM agenda_ballot JOIN ballot ON ballot.id = agenda_ballot.ballot_id
       WHERE agenda_ballot.item_id = item.id AND ballot.state <> 'WITHDRAWN'
     ) ballot ON true LEFT JOIN LATERAL (
       SELECT count(*) FILTER (WHERE choice = 'FOR') AS for, count(*) FILTER (WHERE choice = 'AGAINST') AS against,
              count(*) FILTER (WHERE choice = 'ABSTAIN') AS abstain
       FROM ballot_vote WHERE ballot_vote.ballot_id = ballot.id AND ballot_vote.counted
     ) live ON ballot.live_count AND ballot.state = 'OPEN'
     WHERE item.meeting_id = meeting.id) AS agenda,
    (SELECT coalesce(json_agg(json_build_object(
              'id', roll.organization_id, 'name', roll.name, 'office', presence.office,
              'arrivedAt', presence.arrived_at, 'leftAt', presence.left_at)
              ORDER BY roll.name COLLATE "pl-x-icu", roll.organization_id), '[]')
     FROM meeting_roll roll LEFT JOIN LATERAL (
       SELECT office, arrived_at, left_at FROM meeting_presence
       WHERE meeting_presence.meeting_id = roll.meeting_id AND meeting_presence.organization_id = roll.organization_id
       ORDER BY meeting_presence.id DESC LIMIT 1) presence ON true
     WHERE roll.meeting_id = meeting.id) AS roll
  FROM meeting WHERE meeting.id = ${id}::uuid AND ${meetingIsVisible(actor)}`;

/** One General Assembly as the actor sees it; undefined where the actor may not. */
export async function readMeeting(db: Reader, actor: Actor, id: string): Promise<MeetingView | undefined> {
  const [row] = await db.rows<MeetingRow>(meetingById(actor, id));
  return row && presentMeeting(row, actor);
}

/** The minutes of a closed General Assembly; undefined where the actor may not see it. */
export async function readMinutes(db: Reader, actor: Actor, id: string): Promise<Minutes | undefined> {
  const meeting = await readMeeting(db, actor, id);
  if (!meeting) return undefined;
  if (meeting.state !== 'CLOSED') throw new Problem('wrong-state', { state: meeting.state });
  return { meeting, timeZone: await readTimeZone(db) };
}

/** The same inside a work, for what a deed answers. */
export async function readMeetingIn(work: Work, actor: Actor, id: string): Promise<MeetingView> {
  const [row] = await rowsOf<MeetingRow>(work, meetingById(actor, id));
  if (!row) throw new Error('A deed lost sight of its meeting.');
  return presentMeeting(row, actor);
}
