import { z } from 'zod';
import { office } from './accounts.ts';
import { cursor, id, instant, line, localized, pageOf, prose, reason, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** What the result is: advice, the association's stand, or a resolution, which binds and so cites its legal basis. */
export const ballotNature = z.enum(['OPINION', 'POSITION', 'RESOLUTION']);
export type BallotNature = z.infer<typeof ballotNature>;

export const ballotState = z.enum(['DRAFT', 'SCHEDULED', 'OPEN', 'CLOSED', 'WITHDRAWN']);
export type BallotState = z.infer<typeof ballotState>;

/** How a ballot stands by the clock: one whose time is over and that is not counted yet is COUNTING. */
export const ballotPhase = z.enum([...ballotState.options, 'COUNTING']);
export type BallotPhase = z.infer<typeof ballotPhase>;

/** How much of the electorate has to vote: at least a third, a half, two thirds; or more than a half. */
export const ballotQuorum = z.enum(['NONE', 'THIRD', 'HALF', 'MORE_THAN_HALF', 'TWO_THIRDS']);
export type BallotQuorum = z.infer<typeof ballotQuorum>;

/** SIMPLE: more for than against. ABSOLUTE: more than a half, and TWO_THIRDS: at least two thirds, of `majorityOf`. */
export const ballotMajority = z.enum(['SIMPLE', 'ABSOLUTE', 'TWO_THIRDS']);
export type BallotMajority = z.infer<typeof ballotMajority>;

/** Of all votes cast, abstentions among them; or of all who may vote. */
export const majorityBase = z.enum(['VOTES', 'ELECTORATE']);
export type MajorityBase = z.infer<typeof majorityBase>;

export const ballotChoice = z.enum(['FOR', 'AGAINST', 'ABSTAIN']);
export type BallotChoice = z.infer<typeof ballotChoice>;

/** A tie rejects; without a quorum, or without any vote, nothing is decided. */
export const ballotOutcome = z.enum(['ADOPTED', 'REJECTED', 'NO_DECISION']);
export type BallotOutcome = z.infer<typeof ballotOutcome>;

/** SHA-256, in hexadecimal digits. */
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const ballotRule = z.object({
  quorum: ballotQuorum,
  majority: ballotMajority,
  majorityOf: majorityBase,
  /** Whether all see the count while the ballot is open. */
  liveCount: z.boolean(),
});
export type BallotRule = z.infer<typeof ballotRule>;

export const ballotCount = z.object({ for: z.int(), against: z.int(), abstain: z.int() });
export type BallotCount = z.infer<typeof ballotCount>;

export const ballotSummary = z
  .object({
    id,
    title: localized,
    nature: ballotNature,
    phase: ballotPhase,
    /** Null: as soon as it is announced. */
    opensAt: instant.nullable(),
    closesAt: instant,
    /** Who may vote, and who has: null before it opens. */
    turnout: z.object({ electorate: z.int(), voted: z.int() }).nullable(),
    outcome: ballotOutcome.nullable(),
    /** The gmina for which the viewer may vote, and whether it has. */
    mine: z.object({ organizationId: id, voted: z.boolean() }).nullable(),
  })
  .meta({ id: 'BallotSummary' });
export type BallotSummary = z.infer<typeof ballotSummary>;
export const ballotPage = pageOf(ballotSummary).meta({ id: 'BallotPage' });

/** A vote as it stands in the record. */
const castVote = z.object({
  number: z.int(),
  choice: ballotChoice,
  /** Of whoever cast it. */
  office,
  castAt: instant,
  /** Stands in the published list after the close: who holds it can find the vote there. */
  receipt: hash,
});

export const electorView = z.object({
  organization: z.object({ id, name: z.string() }),
  voted: z.boolean(),
  /** The vote that counts: after the close for all, before it for those alone who may vote for the gmina. */
  vote: castVote.nullable(),
});
export type ElectorView = z.infer<typeof electorView>;

export const ballotView = ballotSummary
  .extend({
    question: localized,
    /** Of a resolution: by what it binds. */
    legalBasis: z.string().nullable(),
    rule: ballotRule,
    /** How many have to vote; null before it opens. */
    quorumNeeded: z.int().nullable(),
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
    /** After the close, and before it where the rule says so. */
    count: ballotCount.nullable(),
    electors: z.array(electorView),
    extensions: z.array(z.object({ formerClosesAt: instant, closesAt: instant, reason: z.string() })),
    /** Why it was withdrawn. */
    withdrawal: z.string().nullable(),
    /** The last link of the chain, after the close. */
    head: hash.nullable(),
    version,
    abilities: z.object({
      change: z.boolean(),
      announce: z.boolean(),
      cast: z.boolean(),
      extend: z.boolean(),
      /** Before its time: once all have voted. */
      close: z.boolean(),
      withdraw: z.boolean(),
      export: z.boolean(),
    }),
  })
  .meta({ id: 'Ballot' });
export type BallotView = z.infer<typeof ballotView>;

export const receiptView = castVote
  .extend({ organization: z.object({ id, name: z.string() }) })
  .meta({ id: 'VoteReceipt' });
export type ReceiptView = z.infer<typeof receiptView>;

/** How exports are read: `apps/verify` recounts them. */
export const ballotExport = z
  .object({
    format: z.literal('blizej-ballot/1'),
    id,
    title: localized,
    question: localized,
    nature: ballotNature,
    legalBasis: z.string().nullable(),
    rule: ballotRule,
    openedAt: instant,
    /** When it was to close as it opened; `extensions` has what came of it. */
    closesAt: instant,
    extensions: z.array(z.object({ formerClosesAt: instant, closesAt: instant, reason: z.string() })),
    closedAt: instant,
    electorate: z.array(z.object({ id, name: z.string() })),
    /** The first link of the chain: over question, rule, times and electorate as they were at the opening. */
    opening: hash,
    /** Every vote, in the order of the chain; of a gmina's votes the last one counts. */
    votes: z.array(
      z.object({
        number: z.int(),
        organizationId: id,
        choice: ballotChoice,
        office,
        castAt: instant,
        nonce: z.string(),
        receipt: hash,
      }),
    ),
    head: hash,
    result: z.object({ count: ballotCount, outcome: ballotOutcome }),
  })
  .meta({ id: 'BallotExport' });
export type BallotExport = z.infer<typeof ballotExport>;

const title = line(3, 120);
const question = prose(3, 2000);
const draft = {
  titlePl: title,
  titleEn: title,
  questionPl: question,
  questionEn: question,
  nature: ballotNature,
  legalBasis: line(3, 300).optional(),
  ...ballotRule.shape,
  /** Absent: as soon as it is announced. */
  opensAt: instant.optional(),
  closesAt: instant,
};
const params = z.strictObject({ id });

export const ballotsRoutes = defineRoutes({
  listBallots: {
    method: 'GET',
    path: '/api/ballots',
    access: 'signed-in',
    summary: 'Ballots that the viewer may see, the last to close first.',
    query: z.strictObject({ state: ballotState.optional(), cursor }),
    response: ballotPage,
  },
  writeBallot: {
    method: 'POST',
    path: '/api/ballots',
    access: 'signed-in',
    summary: 'Writes the draft of a ballot; only the secretariat sees it.',
    body: z.strictObject(draft),
    response: ballotView,
    status: 201,
  },
  readBallot: {
    method: 'GET',
    path: '/api/ballots/:id',
    access: 'signed-in',
    summary: 'One ballot: who may vote, who has, and after the close how.',
    params,
    response: ballotView,
  },
  changeBallot: {
    method: 'PUT',
    path: '/api/ballots/:id',
    access: 'signed-in',
    summary: 'Changes the draft of a ballot.',
    params,
    body: z.strictObject({ ...draft, version }),
    response: ballotView,
    problems: ['wrong-state', 'version-conflict'],
  },
  announceBallot: {
    method: 'POST',
    path: '/api/ballots/:id/announcement',
    access: 'signed-in',
    summary: 'Announces a ballot; from then on its question and rule stand. It opens at its time, or at once.',
    params,
    body: z.strictObject({ version }),
    response: ballotView,
    problems: ['wrong-state', 'version-conflict'],
  },
  castVote: {
    method: 'POST',
    path: '/api/ballots/:id/votes',
    access: 'signed-in',
    summary: 'Votes for a gmina; its latest vote before the close counts. Answers with the receipt.',
    params,
    body: z.strictObject({ organizationId: id, choice: ballotChoice }),
    response: receiptView,
    status: 201,
    problems: ['ballot-not-open', 'ballot-closed', 'ballot-withdrawn', 'not-in-electorate'],
  },
  extendBallot: {
    method: 'POST',
    path: '/api/ballots/:id/extension',
    access: 'signed-in',
    summary: 'Puts off the close of an open ballot, with a reason that all read.',
    params,
    body: z.strictObject({ closesAt: instant, reason, version }),
    response: ballotView,
    problems: ['ballot-closed', 'wrong-state', 'version-conflict'],
  },
  closeBallot: {
    method: 'POST',
    path: '/api/ballots/:id/closure',
    access: 'signed-in',
    summary: 'Closes an open ballot before its time, once all have voted.',
    params,
    body: z.strictObject({ version }),
    response: ballotView,
    problems: ['votes-missing', 'wrong-state', 'version-conflict'],
  },
  withdrawBallot: {
    method: 'POST',
    path: '/api/ballots/:id/withdrawal',
    access: 'signed-in',
    summary: 'Withdraws a ballot that is not closed, with a reason: nothing is decided by it.',
    params,
    body: z.strictObject({ reason, version }),
    response: ballotView,
    problems: ['ballot-closed', 'wrong-state', 'version-conflict'],
  },
  exportBallot: {
    method: 'GET',
    path: '/api/ballots/:id/export',
    access: 'signed-in',
    summary: 'A closed ballot with every vote and the chain over them, for anybody to recount.',
    params,
    response: ballotExport,
    problems: ['wrong-state'],
  },
});
