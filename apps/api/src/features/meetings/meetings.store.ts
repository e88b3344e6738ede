import type { BallotQuorum, MeetingState, PresenceOffice } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Problem } from '../../kernel/problems.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import { isTaken } from '../../platform/database/failures.ts';
import { isInConsultation } from '../positions/index.ts';
import { presentFor, visibleMeetings } from './meeting.policy.ts';

/** The one place where `visibleMeetings` becomes SQL; expects the table under its own name. */
export const meetingIsVisible = (actor: Actor): Prisma.Sql => {
  const { everything, convened } = visibleMeetings(actor);
  return Prisma.sql`(${everything} OR (${convened} AND meeting.state <> 'DRAFT' AND NOT (
    meeting.state = 'CANCELLED' AND NOT meeting.was_convened)))`;
};

/** One that is held now, at which a gmina of the actor's is on the roll and has not said that it is there; the same. */
export const gminaIsMissed = (actor: Actor): Prisma.Sql => Prisma.sql`(
  meeting.state = 'OPEN' AND ${meetingIsVisible(actor)} AND EXISTS (
    SELECT FROM meeting_roll roll
    WHERE roll.meeting_id = meeting.id AND roll.organization_id = ANY (${presentFor(actor)}::uuid[]) AND NOT EXISTS (
      SELECT FROM meeting_presence presence
      WHERE presence.meeting_id = roll.meeting_id AND presence.organization_id = roll.organization_id)))`;

export interface Terms {
  readonly number: number;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly presenceQuorum: BallotQuorum;
}

export interface LockedMeeting extends Terms {
  readonly id: string;
  readonly state: MeetingState;
  readonly version: number;
}

export interface AgendaItem {
  readonly id?: string | undefined;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly positionId?: string | undefined;
}

/** Locks a meeting that the actor may see; undefined where there is none. Whatever happens in one queues here. */
export async function lockMeeting(work: Work, actor: Actor, id: string): Promise<LockedMeeting | undefined> {
  const [row] = await rowsOf<LockedMeeting>(
    work,
    Prisma.sql`
      SELECT id, number, title_pl AS "titlePl", title_en AS "titleEn", place, starts_at AS "startsAt",
             presence_quorum AS "presenceQuorum", state, version
      FROM meeting WHERE id = ${id}::uuid AND ${meetingIsVisible(actor)} FOR UPDATE`,
  );
  return row;
}

const refuseTaken = (error: unknown): never => {
  if (isTaken(error)) throw new Problem('meeting-number-taken', {}, { cause: error });
  throw error;
};

export async function insertMeeting(work: Work, terms: Terms): Promise<string> {
  const { id } = await transactionOf(work)
    .meeting.create({ data: terms, select: { id: true } })
    .catch(refuseTaken);
  return id;
}

export async function saveTerms(work: Work, id: string, terms: Terms): Promise<void> {
  await transactionOf(work)
    .meeting.update({ where: { id }, data: { ...terms, version: { increment: 1 } }, select: { id: true } })
    .catch(refuseTaken);
}

/** The items that an agenda has. */
export const agendaOf = (work: Work, meetingId: string): Promise<{ id: string; positionId: string | null }[]> =>
  transactionOf(work).agendaItem.findMany({ where: { meetingId }, select: { id: true, positionId: true } });

/** Of these positions those which every member knows and may still amend. */
export async function positionsInConsultation(work: Work, ids: readonly string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`SELECT id FROM position WHERE id = ANY (${ids}::uuid[]) AND ${isInConsultation}`,
  );
  return rows.map(({ id }) => id);
}

/** Writes the agenda, all of it in its order; items that keep their id stay the same. */
export async function saveAgenda(work: Work, meetingId: string, agenda: readonly AgendaItem[]): Promise<void> {
  const transaction = transactionOf(work);
  const kept = agenda.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await transaction.agendaItem.deleteMany({ where: { meetingId, id: { notIn: kept } } });
  const rows = JSON.stringify(agenda.map((item, ordinal) => ({ ...item, ordinal })));
  await transaction.$executeRaw`
    UPDATE agenda_item
    SET ordinal = item.ordinal, title_pl = item."titlePl", title_en = item."titleEn", position_id = item."positionId"
    FROM jsonb_to_recordset(${rows}::jsonb) AS item (id uuid, ordinal int, "titlePl" text, "titleEn" text, "positionId" uuid)
    WHERE agenda_item.id = item.id AND agenda_item.meeting_id = ${meetingId}::uuid`;
  await transaction.$executeRaw`
    INSERT INTO agenda_item (meeting_id, ordinal, title_pl, title_en, position_id)
    SELECT ${meetingId}::uuid, item.ordinal, item."titlePl", item."titleEn", item."positionId"
    FROM jsonb_to_recordset(${rows}::jsonb) AS item (id uuid, ordinal int, "titlePl" text, "titleEn" text, "positionId" uuid)
    WHERE item.id IS NULL ORDER BY item.ordinal`;
}

export async function saveConvocation(work: Work, id: string): Promise<void> {
  await transactionOf(work)
    .$executeRaw`UPDATE meeting SET state = 'CONVENED', was_convened = true, version = version + 1 WHERE id = ${id}::uuid`;
}

export async function saveCancellation(work: Work, id: string, reason: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE meeting SET state = 'CANCELLED', cancellation = ${reason}, version = version + 1 WHERE id = ${id}::uuid`;
}

/** Keeps who was a member at the opening. */
export async function saveOpening(
  work: Work,
  id: string,
  members: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.meetingRoll.createMany({
    data: members.map((member) => ({ meetingId: id, organizationId: member.id, name: member.name })),
  });
  await transaction.$executeRaw`
    UPDATE meeting SET state = 'OPEN', opened_at = portal_clock(), version = version + 1 WHERE id = ${id}::uuid`;
}

export async function saveClosing(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE meeting SET state = 'CLOSED', closed_at = portal_clock(), version = version + 1 WHERE id = ${id}::uuid`;
}

/** A gmina's name on the roll; undefined where it is not on it. */
export async function rollName(work: Work, meetingId: string, organizationId: string): Promise<string | undefined> {
  const row = await transactionOf(work).meetingRoll.findUnique({
    where: { meetingId_organizationId: { meetingId, organizationId } },
    select: { name: true },
  });
  return row?.name;
}

/** The gminas on the roll; `present` narrows it to those who are there. */
export async function onRoll(work: Work, meetingId: string, present = false): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    work,
    Prisma.sql`
      SELECT organization_id AS id FROM meeting_roll roll
      WHERE meeting_id = ${meetingId}::uuid AND (NOT ${present} OR EXISTS (
        SELECT FROM meeting_presence presence WHERE presence.meeting_id = roll.meeting_id
          AND presence.organization_id = roll.organization_id AND presence.left_at IS NULL))
      ORDER BY organization_id`,
  );
  return rows.map(({ id }) => id);
}

/** Says that a gmina is there. Gives whether it was not before. */
export async function insertPresence(
  work: Work,
  presence: { meetingId: string; organizationId: string; office: PresenceOffice; personId: string },
): Promise<boolean> {
  const count = await transactionOf(work).$executeRaw`
    INSERT INTO meeting_presence (meeting_id, organization_id, office, arrived_at, person_id)
    VALUES (${presence.meetingId}::uuid, ${presence.organizationId}::uuid, ${presence.office}::office, portal_clock(),
            ${presence.personId}::uuid)
    ON CONFLICT (meeting_id, organization_id) WHERE left_at IS NULL DO NOTHING`;
  return count === 1;
}

/** Says that a gmina has left. Gives whether it was there. */
export async function endPresence(work: Work, meetingId: string, organizationId: string): Promise<boolean> {
  const count = await transactionOf(work).$executeRaw`
    UPDATE meeting_presence SET left_at = portal_clock()
    WHERE meeting_id = ${meetingId}::uuid AND organization_id = ${organizationId}::uuid AND left_at IS NULL`;
  return count === 1;
}

export interface ItemToVote {
  readonly id: string;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly positionId: string | null;
  /** A ballot on it stands: one that was withdrawn does not. */
  readonly wasVotedOn: boolean;
}

/** An item of the agenda of a meeting. */
export async function readItem(work: Work, meetingId: string, itemId: string): Promise<ItemToVote | undefined> {
  const [row] = await rowsOf<ItemToVote>(
    work,
    Prisma.sql`
      SELECT id, title_pl AS "titlePl", title_en AS "titleEn", position_id AS "positionId", EXISTS (
        SELECT FROM agenda_ballot JOIN ballot ON ballot.id = agenda_ballot.ballot_id
        WHERE agenda_ballot.item_id = item.id AND ballot.state <> 'WITHDRAWN') AS "wasVotedOn"
      FROM agenda_item item WHERE id = ${itemId}::uuid AND meeting_id = ${meetingId}::uuid`,
  );
  return row;
}

/** Whether one of the meeting's ballots still takes votes, or waits to be counted. */
export async function hasOpenBallot(work: Work, meetingId: string): Promise<boolean> {
  const open = await transactionOf(work).agendaBallot.count({
    where: { item: { meetingId }, ballot: { state: 'OPEN' } },
  });
  return open > 0;
}

export async function insertItemBallot(work: Work, itemId: string, ballotId: string): Promise<void> {
  await transactionOf(work).agendaBallot.create({ data: { itemId, ballotId }, select: { ballotId: true } });
}
