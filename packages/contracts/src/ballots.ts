import { z } from 'zod';
import { language, office } from './accounts.ts';
import { cursor, day, id, instant, line, localized, pageOf, prose, reason, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** What the result is: advice, the association's stand, or a resolution, which binds and so cites its legal basis. */
export const ballotNature = z.enum(['OPINION', 'POSITION', 'RESOLUTION']);
export type BallotNature = z.infer<typeof ballotNature>;

export const ballotState = z.enum(['DRAFT', 'SCHEDULED', 'OPEN', 'CLOSED', 'WITHDRAWN']);
export type BallotState = z.infer<typeof ballotState>;

/**
 * How a ballot stands by the clock: one whose time is over and that is not counted yet is COUNTING; UNCOUNTABLE, where the key of
 * a secret one is not to be found: either the key comes back, or the secretariat withdraws the ballot and holds it again.
 */
export const ballotPhase = z.enum([...ballotState.options, 'COUNTING', 'UNCOUNTABLE']);
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

/** By which way a vote came: in the portal, from the link of a letter, or on paper that the secretariat entered. */
export const voteChannel = z.enum(['PORTAL', 'LETTER', 'PAPER']);
export type VoteChannel = z.infer<typeof voteChannel>;

/** Whether somebody may still act by a proxy: its time is over, or it was taken back. */
export const proxyState = z.enum(['LIVE', 'ENDED', 'REVOKED']);
export type ProxyState = z.infer<typeof proxyState>;

/** For how many other gminas one may vote by proxy, at most; what the statute says is the secretariat's to confirm. */
export const proxiesAtMost = 10;
/** Of the votes of a secret ballot: which nobody can read before the count (RSA-OAEP with 3072 bits, in base64). */
export const sealedLength = 512;

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
    /** When it was closed, which may have been before its time. */
    closedAt: instant.nullable(),
    /** Who may vote, and who has: null before it opens. */
    turnout: z.object({ electorate: z.int(), voted: z.int() }).nullable(),
    outcome: ballotOutcome.nullable(),
    /** The gmina for which the viewer may vote, and whether it has. */
    mine: z.object({ organizationId: id, voted: z.boolean() }).nullable(),
  })
  .meta({ id: 'BallotSummary' });
export type BallotSummary = z.infer<typeof ballotSummary>;
export const ballotPage = pageOf(ballotSummary).meta({ id: 'BallotPage' });

const organization = z.object({ id, name: z.string() });
/** What a vote by proxy rests on: the organization for which its holder acts, and the document. */
const proxyInRecord = { organizationId: id, document: z.string(), documentOn: day };
/** The paper on which a vote came. */
const paperInRecord = z.object({ reference: z.string(), on: day });

/** A vote as it stands in the record. */
const castVote = z.object({
  number: z.int(),
  /** Null in a secret ballot. */
  choice: ballotChoice.nullable(),
  /** Of whoever cast it, or signed the paper. */
  office,
  castAt: instant,
  channel: voteChannel,
  proxy: z.object({ ...proxyInRecord, organization: z.string() }).nullable(),
  paper: paperInRecord.nullable(),
  /** Stands in the published list after the close: who holds it can find the vote there. */
  receipt: hash,
});

export const electorView = z.object({
  organization,
  voted: z.boolean(),
  /** Who may vote for it by proxy as long as it has not voted itself. */
  proxy: z.object({ id, organization, document: z.string() }).nullable(),
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
    /** That a gmina voted is known, how it voted never: there is no voting anew, no proxy and no paper. */
    secret: z.boolean(),
    /** For how many other gminas one gmina may vote by proxy. */
    proxyLimit: z.int(),
    /** How many hours before the close the silent are reminded; none: a day before, or at half time. */
    reminderHours: z.array(z.int()),
    /** Of a secret ballot that is open: votes are sealed with it (SPKI, base64). */
    publicKey: z.string().nullable(),
    /** Of a secret ballot that is counted: every vote with the code that its voter alone knew, by code. */
    opened: z.array(z.object({ code: z.string(), choice: ballotChoice })),
    /** For whom the viewer may vote at this moment: the own gmina, and others by proxy. */
    casts: z.array(z.object({ organization, byProxy: z.boolean() })),
    /** How many have to vote; null before it opens. */
    quorumNeeded: z.int().nullable(),
    openedAt: instant.nullable(),
    /** After the close, and before it where the rule says so. */
    count: ballotCount.nullable(),
    electors: z.array(electorView),
    extensions: z.array(z.object({ formerClosesAt: instant, closesAt: instant, reason: z.string() })),
    /** Why it was withdrawn. */
    withdrawal: z.string().nullable(),
    /** The last link of the chain, after the close. */
    head: hash.nullable(),
    /** The link over the close itself, result included; null before it, and of ballots from before there was one. */
    closing: hash.nullable(),
    version,
    abilities: z.object({
      change: z.boolean(),
      announce: z.boolean(),
      cast: z.boolean(),
      enterPaper: z.boolean(),
      extend: z.boolean(),
      /** Before its time: once all have voted. */
      close: z.boolean(),
      withdraw: z.boolean(),
      export: z.boolean(),
    }),
  })
  .meta({ id: 'Ballot' });
export type BallotView = z.infer<typeof ballotView>;

export const receiptView = castVote.extend({ organization }).meta({ id: 'VoteReceipt' });
export type ReceiptView = z.infer<typeof receiptView>;

/** Formats 2 have a closing link; the first link names the format, so that none can be passed off as another. */
export const recordFormat = z.enum([
  'blizej-ballot/1',
  'blizej-secret-ballot/1',
  'blizej-ballot/2',
  'blizej-secret-ballot/2',
]);
export type RecordFormat = z.infer<typeof recordFormat>;

/** How exports are read: `apps/verify` recounts them. What came with proxies, paper and secrecy is there only where it is used. */
export const ballotExport = z
  .object({
    format: recordFormat,
    id,
    title: localized,
    question: localized,
    nature: ballotNature,
    legalBasis: z.string().nullable(),
    rule: ballotRule,
    proxyLimit: z.int().optional(),
    /** Of a secret ballot. */
    publicKey: z.string().optional(),
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
        choice: ballotChoice.optional(),
        /** Of a secret ballot: the SHA-256 of what was sealed. */
        digest: hash.optional(),
        office,
        castAt: instant,
        channel: voteChannel.optional(),
        proxy: z.object(proxyInRecord).optional(),
        paper: paperInRecord.optional(),
        nonce: z.string(),
        receipt: hash,
      }),
    ),
    /** Of a secret ballot: what was in the sealed votes, by the voters' codes; which is whose nobody can tell. */
    opened: z.array(z.object({ code: z.string(), choice: ballotChoice })).optional(),
    head: hash,
    result: z.object({ count: ballotCount, outcome: ballotOutcome }),
    /** The last link of all: over head, close, extensions, opened votes and result. */
    closing: hash.optional(),
  })
  .meta({ id: 'BallotExport' });
export type BallotExport = z.infer<typeof ballotExport>;

/** The same in the words of Popolo (popoloproject.com), for programs that read votes of many bodies. */
export const popoloMotion = z
  .object({
    id,
    text: z.string(),
    classification: z.string(),
    date: instant,
    requirement: z.string(),
    result: z.string(),
    vote_events: z.array(
      z.object({
        identifier: z.string(),
        motion_id: id,
        start_date: instant,
        end_date: instant,
        result: z.string(),
        counts: z.array(z.object({ option: z.string(), value: z.int() })),
        votes: z.array(
          z.object({
            voter_id: id,
            voter: z.object({ id, name: z.string(), classification: z.literal('municipality') }),
            option: z.string(),
            role: z.string().nullable(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'PopoloMotion' });
export type PopoloMotion = z.infer<typeof popoloMotion>;

export const proxyView = z
  .object({
    id,
    /** For which one votes. */
    organization,
    /** Who votes: whoever votes for this gmina, or one person who works there. */
    holder: z.object({ organization, person: z.string().nullable() }),
    /** For one ballot; null: for a time. */
    ballot: z.object({ id, title: localized }).nullable(),
    validFrom: day.nullable(),
    validUntil: day.nullable(),
    document: z.string(),
    documentOn: day,
    /** How it came to the secretariat, where the secretariat has entered it. */
    trace: z.string().nullable(),
    state: proxyState,
    revocation: z.string().nullable(),
    abilities: z.object({ revoke: z.boolean() }),
  })
  .meta({ id: 'Proxy' });
export type ProxyView = z.infer<typeof proxyView>;
export const proxyPage = pageOf(proxyView)
  .extend({
    /** The gminas that vote: of these one may vote for another. Empty for those who name no proxy. */
    voters: z.array(organization),
    abilities: z.object({ name: z.array(organization), nameForAll: z.boolean() }),
  })
  .meta({ id: 'ProxyPage' });
export type ProxyPage = z.infer<typeof proxyPage>;

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
  secret: z.boolean().optional(),
  /** Absent: one; in a secret ballot none. */
  proxyLimit: z.int().min(0).max(proxiesAtMost).optional(),
  reminderHours: z.array(z.int().min(1).max(720)).max(5).optional(),
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
    summary:
      'Votes for a gmina, one’s own or by proxy; its latest vote before the close counts, in a secret ballot its only one. Answers with the receipt.',
    params,
    body: z.strictObject({
      organizationId: id,
      choice: ballotChoice.optional(),
      /** In a secret ballot, instead of the choice: sealed where it is made. */
      sealed: z.base64().length(sealedLength).optional(),
      channel: voteChannel.exclude(['PAPER']).optional(),
    }),
    response: receiptView,
    status: 201,
    problems: [
      'ballot-not-open',
      'ballot-closed',
      'ballot-withdrawn',
      'not-in-electorate',
      'office-ended',
      'proxy-void',
      'proxy-limit',
      'already-voted',
    ],
  },
  enterPaperVote: {
    method: 'POST',
    path: '/api/ballots/:id/paper-votes',
    access: 'signed-in',
    summary:
      'Enters a vote that came to the secretariat on paper; the gmina is told at once. Its own vote stands over it.',
    params,
    body: z.strictObject({
      organizationId: id,
      choice: ballotChoice,
      /** Of whoever signed it. */
      office: office.extract(['EXECUTIVE', 'DELEGATE']),
      /** The number under which it came, or what else tells it from others. */
      reference: line(1, 120),
      on: day,
      /** How it came, and who brought it; only the secretariat's log has it. */
      trace: line(3, 300),
    }),
    response: ballotView,
    status: 201,
    problems: [
      'ballot-not-open',
      'ballot-closed',
      'ballot-withdrawn',
      'not-in-electorate',
      'ballot-secret',
      'voted-itself',
    ],
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
    problems: ['votes-missing', 'ballot-key-missing', 'wrong-state', 'version-conflict'],
  },
  withdrawBallot: {
    method: 'POST',
    path: '/api/ballots/:id/withdrawal',
    access: 'signed-in',
    summary:
      'Withdraws a ballot whose time is not over, or that nobody can count, with a reason: nothing is decided by it.',
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
  readPopolo: {
    method: 'GET',
    path: '/api/ballots/:id/popolo',
    access: 'signed-in',
    summary: 'A closed roll-call ballot as a Popolo motion with its vote event, counts and votes.',
    params,
    response: popoloMotion,
    problems: ['wrong-state', 'ballot-secret'],
  },
  readProtocol: {
    method: 'GET',
    path: '/api/ballots/:id/protocol',
    access: 'signed-in',
    summary: 'The minutes of a closed ballot as a PDF: question, rule, result, and every vote with its receipt.',
    params,
    query: z.strictObject({ language }),
    file: 'application/pdf',
    problems: ['wrong-state'],
  },
  listProxies: {
    method: 'GET',
    path: '/api/proxies',
    access: 'signed-in',
    summary:
      'Who may vote for which gmina by proxy, the newest first; with the gminas for which the viewer may name one.',
    query: z.strictObject({ cursor }),
    response: proxyPage,
  },
  nameProxy: {
    method: 'POST',
    path: '/api/proxies',
    access: 'signed-in',
    summary: 'Lets another gmina, or one person, vote for a gmina: in one ballot, or for a time, by a document.',
    body: z.strictObject({
      organizationId: id,
      /** Whoever votes for this gmina; or, with `email`, one person of it with an account: of the own gmina, but for the secretariat. */
      holderId: id.optional(),
      email: z.email().max(254).optional(),
      ballotId: id.optional(),
      validFrom: day.optional(),
      validUntil: day.optional(),
      document: line(3, 200),
      documentOn: day,
      trace: line(3, 300).optional(),
    }),
    response: proxyView,
    status: 201,
    problems: ['proxy-exists', 'ballot-closed', 'ballot-withdrawn'],
  },
  revokeProxy: {
    method: 'POST',
    path: '/api/proxies/:id/revocation',
    access: 'signed-in',
    summary: 'Takes a proxy back; votes that were cast by it stay in the record.',
    params,
    body: z.strictObject({ reason }),
    response: proxyView,
    problems: ['wrong-state'],
  },
});
