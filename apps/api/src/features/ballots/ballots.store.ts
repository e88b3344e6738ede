import type {
  BallotChoice,
  BallotCount,
  BallotMajority,
  BallotNature,
  BallotOutcome,
  BallotQuorum,
  BallotState,
  MajorityBase,
  VoteChannel,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { Work } from '../../kernel/work.ts';
import { Prisma, rowsOf, transactionOf } from '../../platform/database/database.ts';
import type { Closing, SealedVote } from './ballot-chain.ts';
import type { OpenedVote, SealedBy } from './ballot-seal.ts';
import { visibleBallots } from './ballot.policy.ts';

/** The one place where `visibleBallots` becomes SQL; expects the table under its own name. */
export const ballotIsVisible = (actor: Actor): Prisma.Sql => {
  const { everything, announced } = visibleBallots(actor);
  return Prisma.sql`(${everything} OR (${announced} AND ballot.announced_at IS NOT NULL))`;
};

export interface Terms {
  readonly titlePl: string;
  readonly titleEn: string;
  readonly questionPl: string;
  readonly questionEn: string;
  readonly nature: BallotNature;
  readonly legalBasis: string | null;
  readonly quorum: BallotQuorum;
  readonly majority: BallotMajority;
  readonly majorityOf: MajorityBase;
  readonly liveCount: boolean;
  readonly secret: boolean;
  readonly proxyLimit: number;
  readonly reminderHours: number[];
  readonly opensAt: Date | null;
  readonly closesAt: Date;
}

export interface LockedBallot extends Terms {
  readonly id: string;
  readonly state: BallotState;
  readonly announcedAt: Date | null;
  readonly openedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly electorCount: number;
  readonly votedCount: number;
  readonly voteCount: number;
  readonly head: string | null;
  /** How its record is written: of those that opened before there was a closing link 1. */
  readonly recordFormat: 1 | 2;
  readonly publicKey: string | null;
  /** Since when the key of a secret ballot was not to be found at its count. */
  readonly keyMissingSince: Date | null;
  readonly version: number;
}

const lockedColumns = Prisma.sql`
  ballot.id, title_pl AS "titlePl", title_en AS "titleEn", question_pl AS "questionPl", question_en AS "questionEn", nature,
  legal_basis AS "legalBasis", quorum, majority, majority_of AS "majorityOf", live_count AS "liveCount",
  secret, proxy_limit AS "proxyLimit", reminder_hours AS "reminderHours", public_key AS "publicKey",
  key_missing_since AS "keyMissingSince", opens_at AS "opensAt", closes_at AS "closesAt", state, announced_at AS "announcedAt", opened_at AS "openedAt",
  reminded_at AS "remindedAt", elector_count AS "electorCount", voted_count AS "votedCount", vote_count AS "voteCount",
  head, record_format AS "recordFormat", version`;

/** The database's clock at this moment: votes are told by it from those that come too late. Ask it under the lock. */
export async function clock(work: Work): Promise<Date> {
  const [row] = await rowsOf<{ now: Date }>(work, Prisma.sql`SELECT portal_clock() AS now`);
  return row?.now ?? new Date(NaN);
}

/** The calendar day of a moment where the association is, `YYYY-MM-DD`. */
export async function dayOf(work: Work, moment: Date): Promise<string> {
  const [row] = await rowsOf<{ day: string }>(
    work,
    Prisma.sql`
      SELECT (${moment} AT TIME ZONE coalesce((SELECT time_zone FROM association), 'Europe/Warsaw'))::date::text AS day`,
  );
  return row?.day ?? '';
}

/** Locks a ballot that the actor may see; undefined where there is none. Votes and the close of one ballot queue here. */
export async function lockBallot(work: Work, actor: Actor, id: string): Promise<LockedBallot | undefined> {
  const [row] = await rowsOf<LockedBallot>(
    work,
    Prisma.sql`SELECT ${lockedColumns} FROM ballot WHERE id = ${id}::uuid AND ${ballotIsVisible(actor)} FOR UPDATE`,
  );
  return row;
}

/** The same for the portal itself. */
export async function lockBallotByClock(work: Work, id: string): Promise<LockedBallot | undefined> {
  const [row] = await rowsOf<LockedBallot>(
    work,
    Prisma.sql`SELECT ${lockedColumns} FROM ballot WHERE id = ${id}::uuid FOR UPDATE`,
  );
  return row;
}

/** Every ballot of which the clock may ask something. */
export async function ballotsUnderWay(work: Work): Promise<LockedBallot[]> {
  return rowsOf<LockedBallot>(
    work,
    Prisma.sql`SELECT ${lockedColumns} FROM ballot WHERE state IN ('SCHEDULED', 'OPEN') ORDER BY id`,
  );
}

export async function insertBallot(work: Work, terms: Terms): Promise<string> {
  const { id } = await transactionOf(work).ballot.create({ data: terms, select: { id: true } });
  return id;
}

export async function saveTerms(work: Work, id: string, terms: Terms): Promise<void> {
  await transactionOf(work).ballot.update({ where: { id }, data: { ...terms, version: { increment: 1 } } });
}

export async function saveSchedule(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE ballot SET state = 'SCHEDULED', announced_at = portal_clock(), version = version + 1 WHERE id = ${id}::uuid`;
}

/**
 * Who may vote from now on: the member gminas of this moment, by id. Where the association itself is invented, so are they:
 * a real gmina neither votes nor fails to in a demo.
 */
export const members = Prisma.sql`
  SELECT organization.id, organization.name
  FROM organization JOIN municipality ON municipality.organization_id = organization.id
  WHERE municipality.status = 'MEMBER'
    AND organization.fictional = coalesce((SELECT fictional FROM organization WHERE kind = 'SECRETARIAT'), false)
  ORDER BY organization.id`;

export interface Elector {
  readonly id: string;
  readonly name: string;
}

/** Who would vote if a ballot opened now. */
export const listMembers = (work: Work): Promise<Elector[]> => rowsOf<Elector>(work, members);

/** Keeps who may vote in a ballot, and gives them, by id: the members, or those among them who are present in a meeting. */
export async function insertElectorate(
  work: Work,
  ballotId: string,
  among: readonly string[] | null = null,
): Promise<Elector[]> {
  const inserted = await rowsOf<Elector>(
    work,
    Prisma.sql`
      INSERT INTO ballot_elector (ballot_id, organization_id, name)
      SELECT ${ballotId}::uuid, member.id, member.name FROM (${members}) AS member
      WHERE ${among === null} OR member.id = ANY (${among ?? []}::uuid[])
      RETURNING organization_id AS id, name`,
  );
  return inserted.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

interface Opening {
  readonly openedAt: Date;
  readonly electorate: readonly Elector[];
  readonly seal: string;
  readonly publicKey: string | null;
}

export async function saveOpening(
  work: Work,
  id: string,
  { openedAt, electorate, seal, publicKey }: Opening,
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE ballot SET state = 'OPEN', opened_at = ${openedAt}, announced_at = coalesce(announced_at, ${openedAt}),
      elector_count = ${electorate.length}, opening = ${seal}, head = ${seal}, public_key = ${publicKey},
      version = version + 1
    WHERE id = ${id}::uuid`;
}

/** Who may vote in a ballot; `silent` narrows it to those who have not voted. */
export async function listElectors(work: Work, ballotId: string, silent = false): Promise<Elector[]> {
  return rowsOf<Elector>(
    work,
    Prisma.sql`
      SELECT organization_id AS id, name FROM ballot_elector elector
      WHERE ballot_id = ${ballotId}::uuid AND (NOT ${silent} OR NOT EXISTS (
        SELECT FROM ballot_vote vote WHERE vote.ballot_id = elector.ballot_id AND vote.organization_id = elector.organization_id))
      ORDER BY organization_id`,
  );
}

/** A gmina's name in the electorate of a ballot; undefined where it is not in it. */
export async function electorName(work: Work, ballotId: string, organizationId: string): Promise<string | undefined> {
  const [row] = await rowsOf<{ name: string }>(
    work,
    Prisma.sql`
      SELECT name FROM ballot_elector WHERE ballot_id = ${ballotId}::uuid AND organization_id = ${organizationId}::uuid`,
  );
  return row?.name;
}

/** A vote as it goes into the record. */
export interface NewVote extends SealedVote {
  readonly personId: string;
  readonly receipt: string;
  readonly sealed?: string | undefined;
  readonly channel: VoteChannel;
  readonly proxyId?: string | undefined;
  readonly paper?: { readonly reference: string; readonly on: string; readonly trace: string } | undefined;
}

/** Adds a vote to the record. Triggers see that the ballot takes it, and let the gmina's earlier vote count no more. */
export async function insertVote(work: Work, ballotId: string, vote: NewVote): Promise<void> {
  await transactionOf(work).$executeRaw`
    INSERT INTO ballot_vote (ballot_id, number, organization_id, choice, sealed, digest, person_id, office, cast_at, nonce, receipt,
                             channel, proxy_id, paper_reference, paper_on, paper_trace)
    VALUES (${ballotId}::uuid, ${vote.number}, ${vote.organizationId}::uuid, ${vote.choice ?? null}::ballot_choice,
            ${vote.sealed ?? null}, ${vote.digest ?? null}, ${vote.personId}::uuid, ${vote.office}::office, ${vote.castAt},
            ${vote.nonce}, ${vote.receipt}, ${vote.channel}::vote_channel, ${vote.proxyId ?? null}::uuid,
            ${vote.paper?.reference ?? null}, ${vote.paper?.on ?? null}::date, ${vote.paper?.trace ?? null})`;
}

/** How the gmina's vote that counts now was cast; undefined where it has none. */
export async function countedVote(
  work: Work,
  ballotId: string,
  organizationId: string,
): Promise<{ channel: VoteChannel; proxyId: string | null } | undefined> {
  const [row] = await rowsOf<{ channel: VoteChannel; proxyId: string | null }>(
    work,
    Prisma.sql`
      SELECT channel, proxy_id AS "proxyId" FROM ballot_vote
      WHERE ballot_id = ${ballotId}::uuid AND organization_id = ${organizationId}::uuid AND counted`,
  );
  return row;
}

/** What was sealed in a secret ballot, and for which gmina. */
export const sealedVotes = (work: Work, ballotId: string): Promise<SealedBy[]> =>
  rowsOf<SealedBy>(
    work,
    Prisma.sql`
      SELECT organization_id AS "organizationId", sealed FROM ballot_vote
      WHERE ballot_id = ${ballotId}::uuid AND sealed IS NOT NULL`,
  );

/** Whether the same seal is in the ballot already: a copy of another gmina's vote, or a page that has kept its own. */
export async function sealedBefore(work: Work, ballotId: string, digest: string): Promise<boolean> {
  const [row] = await rowsOf<{ cast: boolean }>(
    work,
    Prisma.sql`
      SELECT EXISTS (SELECT FROM ballot_vote WHERE ballot_id = ${ballotId}::uuid AND digest = ${digest}) AS cast`,
  );
  return row?.cast ?? false;
}

/** Writes what was in the sealed votes, all at once, and throws away what was sealed. */
export async function saveOpenedVotes(work: Work, ballotId: string, votes: readonly OpenedVote[]): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    INSERT INTO ballot_opened_vote (ballot_id, place, code, choice)
    SELECT ${ballotId}::uuid, opened.place, opened.code, opened.choice
    FROM unnest(${votes.map((_, index) => index + 1)}::int[], ${votes.map(({ code }) => code)}::text[],
                ${votes.map(({ choice }) => choice)}::ballot_choice[]) AS opened (place, code, choice)
    ORDER BY opened.place`;
  await transaction.$executeRaw`UPDATE ballot_vote SET sealed = NULL WHERE ballot_id = ${ballotId}::uuid AND sealed IS NOT NULL`;
}

/** The choices that count. */
export async function countedChoices(work: Work, ballotId: string): Promise<BallotChoice[]> {
  const rows = await rowsOf<{ choice: BallotChoice }>(
    work,
    Prisma.sql`SELECT choice FROM ballot_vote WHERE ballot_id = ${ballotId}::uuid AND counted`,
  );
  return rows.map(({ choice }) => choice);
}

export async function saveResult(
  work: Work,
  id: string,
  {
    closedAt,
    count,
    outcome,
    closing,
  }: { closedAt: Date; count: BallotCount; outcome: BallotOutcome; closing: string },
): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE ballot SET state = 'CLOSED', closed_at = ${closedAt}, for_count = ${count.for}, against_count = ${count.against},
      abstain_count = ${count.abstain}, outcome = ${outcome}::ballot_outcome, closing = ${closing}, version = version + 1
    WHERE id = ${id}::uuid`;
}

/** How the close was put off, in order. */
export const listExtensions = (work: Work, ballotId: string): Promise<Closing['extensions']> =>
  rowsOf<Closing['extensions'][number]>(
    work,
    Prisma.sql`
      SELECT former_closes_at AS "formerClosesAt", closes_at AS "closesAt", reason
      FROM ballot_extension WHERE ballot_id = ${ballotId}::uuid ORDER BY id`,
  );

/** Puts off the close; those who have not voted by then are reminded anew. */
export async function saveBallotExtension(
  work: Work,
  ballot: Pick<LockedBallot, 'id' | 'closesAt'>,
  extension: { closesAt: Date; reason: string },
): Promise<void> {
  const transaction = transactionOf(work);
  await transaction.$executeRaw`
    INSERT INTO ballot_extension (ballot_id, former_closes_at, closes_at, reason)
    VALUES (${ballot.id}::uuid, ${ballot.closesAt}, ${extension.closesAt}, ${extension.reason})`;
  await transaction.$executeRaw`
    UPDATE ballot SET closes_at = ${extension.closesAt}, reminded_at = NULL, version = version + 1
    WHERE id = ${ballot.id}::uuid`;
}

export async function saveKeyMissing(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE ballot SET key_missing_since = portal_clock(), version = version + 1 WHERE id = ${id}::uuid`;
}

export async function saveReminded(work: Work, id: string): Promise<void> {
  await transactionOf(work).$executeRaw`UPDATE ballot SET reminded_at = portal_clock() WHERE id = ${id}::uuid`;
}

export async function saveWithdrawal(work: Work, id: string, reason: string): Promise<void> {
  await transactionOf(work).$executeRaw`
    UPDATE ballot SET state = 'WITHDRAWN', withdrawal = ${reason}, version = version + 1 WHERE id = ${id}::uuid`;
}
