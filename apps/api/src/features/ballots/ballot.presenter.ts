import type {
  BallotChoice,
  BallotExport,
  BallotOutcome,
  BallotSummary,
  BallotView,
  ElectorView,
  Office,
  PopoloMotion,
  VoteChannel,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { formatOf } from './ballot-chain.ts';
import { ballotLifecycle } from './ballot.lifecycle.ts';
import { ballotPolicy, proxyOfficeOf, type ProxyHolder } from './ballot.policy.ts';
import { countOf, phaseOf, quorumNeeded } from './ballot.rules.ts';
import type { LockedBallot } from './ballots.store.ts';

export interface SummaryRow extends Pick<
  LockedBallot,
  | 'id'
  | 'titlePl'
  | 'titleEn'
  | 'nature'
  | 'state'
  | 'opensAt'
  | 'closesAt'
  | 'openedAt'
  | 'keyMissingSince'
  | 'electorCount'
  | 'votedCount'
> {
  readonly closedAt: Date | null;
  readonly now: Date;
  readonly outcome: BallotOutcome | null;
  readonly mine: BallotSummary['mine'];
}

interface VoteRow {
  readonly number: number;
  readonly choice: BallotChoice | null;
  readonly office: Office;
  readonly castAt: string;
  readonly receipt: string;
  readonly channel: VoteChannel;
  readonly proxy: {
    readonly organizationId: string;
    readonly organization: string;
    readonly document: string;
    readonly documentOn: string;
  } | null;
  readonly paper: { readonly reference: string; readonly on: string } | null;
}

interface ProxyRow extends ProxyHolder {
  readonly id: string;
  readonly organizationId: string;
  readonly holder: string;
  readonly document: string;
}

interface ExtensionRow {
  readonly formerClosesAt: string;
  readonly closesAt: string;
  readonly reason: string;
}

export interface BallotRow extends SummaryRow, LockedBallot {
  readonly withdrawal: string | null;
  readonly closing: string | null;
  readonly forCount: number | null;
  readonly againstCount: number | null;
  readonly abstainCount: number | null;
  readonly electors: readonly { readonly id: string; readonly name: string; readonly vote: VoteRow | null }[];
  readonly extensions: readonly ExtensionRow[];
  readonly opened: readonly { readonly code: string; readonly choice: BallotChoice }[];
  /** Those that hold now. */
  readonly proxies: readonly ProxyRow[];
}

export interface ExportRow extends BallotRow {
  readonly opening: string;
  readonly votes: readonly (VoteRow & {
    readonly organizationId: string;
    readonly nonce: string;
    readonly digest: string | null;
  })[];
}

const iso = (moment: Date | string): string => new Date(moment).toISOString();

export const presentSummary = (row: SummaryRow): BallotSummary => ({
  id: row.id,
  title: { pl: row.titlePl, en: row.titleEn },
  nature: row.nature,
  phase: phaseOf(row.state, row.closesAt, row.now, row.keyMissingSince !== null),
  opensAt: row.opensAt && iso(row.opensAt),
  closesAt: iso(row.closesAt),
  closedAt: row.closedAt && iso(row.closedAt),
  turnout: row.openedAt && { electorate: row.electorCount, voted: row.votedCount },
  outcome: row.outcome,
  mine: row.mine,
});

const presentVote = ({ castAt, ...vote }: VoteRow) => ({ ...vote, castAt: iso(castAt) });

const presentExtensions = (extensions: readonly ExtensionRow[]): BallotView['extensions'] =>
  extensions.map(({ formerClosesAt, closesAt, reason }) => ({
    formerClosesAt: iso(formerClosesAt),
    closesAt: iso(closesAt),
    reason,
  }));

const ruleOf = ({ quorum, majority, majorityOf, liveCount }: LockedBallot): BallotView['rule'] => ({
  quorum,
  majority,
  majorityOf,
  liveCount,
});

const storedCount = ({ forCount, againstCount, abstainCount }: BallotRow): BallotView['count'] =>
  forCount === null || againstCount === null || abstainCount === null
    ? null
    : { for: forCount, against: againstCount, abstain: abstainCount };

/** For whom the viewer may vote now: by an office, or by a proxy where the gmina has not voted itself. */
const castsOf = ({ electors, proxies, secret }: BallotRow, actor: Actor): BallotView['casts'] =>
  electors.flatMap(({ id, name, vote }): BallotView['casts'] => {
    if (secret && vote) return [];
    const organization = { id, name };
    if (ballotPolicy.cast(actor, id)) return [{ organization, byProxy: false }];
    const holds = proxies.some((proxy) => proxy.organizationId === id && proxyOfficeOf(actor, proxy));
    return holds && (vote === null || vote.proxy) ? [{ organization, byProxy: true }] : [];
  });

/** A ballot with what the viewer may do. How others have voted nobody reads before the close, the secretariat neither. */
export const presentBallot = (row: BallotRow, actor: Actor): BallotView => {
  const summary = presentSummary(row);
  const { phase } = summary;
  const closed = phase === 'CLOSED';
  const live = row.liveCount && (phase === 'OPEN' || phase === 'COUNTING');
  const manages = ballotPolicy.manage(actor);
  const casts = phase === 'OPEN' ? castsOf(row, actor) : [];
  const electors = row.electors.map(({ id, name, vote }): ElectorView => {
    const proxy = row.proxies.find(({ organizationId }) => organizationId === id);
    const own = ballotPolicy.cast(actor, id) || (vote?.proxy && proxy && proxyOfficeOf(actor, proxy));
    return {
      organization: { id, name },
      voted: vote !== null,
      proxy: proxy
        ? { id: proxy.id, organization: { id: proxy.holderId, name: proxy.holder }, document: proxy.document }
        : null,
      vote: vote && (closed || own) ? presentVote(vote) : null,
    };
  });
  return {
    ...summary,
    question: { pl: row.questionPl, en: row.questionEn },
    legalBasis: row.legalBasis,
    rule: ruleOf(row),
    secret: row.secret,
    proxyLimit: row.proxyLimit,
    reminderHours: row.reminderHours,
    publicKey: phase === 'OPEN' ? row.publicKey : null,
    opened: [...row.opened],
    casts,
    quorumNeeded: row.openedAt && quorumNeeded(row.quorum, row.electorCount),
    openedAt: row.openedAt && iso(row.openedAt),
    count: live ? countOf(row.electors.flatMap(({ vote }) => (vote?.choice ? [vote.choice] : []))) : storedCount(row),
    electors,
    extensions: presentExtensions(row.extensions),
    withdrawal: row.withdrawal,
    head: closed ? row.head : null,
    closing: row.closing,
    version: row.version,
    abilities: {
      change: manages && ballotLifecycle.allows(row.state, 'change'),
      announce: manages && ballotLifecycle.allows(row.state, 'schedule'),
      cast: casts.length > 0,
      enterPaper: manages && phase === 'OPEN' && !row.secret,
      extend: manages && phase === 'OPEN',
      close: manages && phase === 'OPEN' && row.electorCount > 0 && row.votedCount === row.electorCount,
      withdraw: manages && phase !== 'COUNTING' && ballotLifecycle.allows(row.state, 'withdraw'),
      export: closed,
    },
  };
};

/** A closed ballot for anybody to recount; undefined while it is not closed. */
export const presentExport = (row: ExportRow): BallotExport | undefined => {
  const count = storedCount(row);
  if (!row.openedAt || !row.closedAt || !row.head || !row.outcome || !count) return undefined;
  return {
    format: formatOf(row),
    id: row.id,
    title: { pl: row.titlePl, en: row.titleEn },
    question: { pl: row.questionPl, en: row.questionEn },
    nature: row.nature,
    legalBasis: row.legalBasis,
    rule: ruleOf(row),
    ...(row.proxyLimit > 0 && { proxyLimit: row.proxyLimit }),
    ...(row.publicKey !== null && { publicKey: row.publicKey, opened: [...row.opened] }),
    openedAt: iso(row.openedAt),
    closesAt: iso(row.extensions[0]?.formerClosesAt ?? row.closesAt),
    extensions: presentExtensions(row.extensions),
    closedAt: iso(row.closedAt),
    electorate: row.electors.map(({ id, name }) => ({ id, name })),
    opening: row.opening,
    votes: row.votes.map(({ choice, digest, castAt, channel, proxy, paper, ...vote }) => ({
      ...vote,
      ...(choice && { choice }),
      ...(digest !== null && { digest }),
      castAt: iso(castAt),
      ...(channel !== 'PORTAL' && { channel }),
      ...(proxy && {
        proxy: { organizationId: proxy.organizationId, document: proxy.document, documentOn: proxy.documentOn },
      }),
      ...(paper && { paper }),
    })),
    head: row.head,
    result: { count, outcome: row.outcome },
    ...(row.closing !== null && { closing: row.closing }),
  };
};

/** The words of Popolo for what each gmina did. */
const options = { FOR: 'yes', AGAINST: 'no', ABSTAIN: 'abstain', SILENT: 'absent' } as const;
const results = { ADOPTED: 'pass', REJECTED: 'fail', NO_DECISION: 'no quorum' } as const;

/** The record of a roll-call as a Popolo motion; of each gmina the vote that counts. */
export const presentPopolo = (record: BallotExport): PopoloMotion => {
  const { id, question, nature, rule, electorate, openedAt, closedAt, result } = record;
  const counted = new Map(record.votes.map((vote) => [vote.organizationId, vote]));
  const outcome = results[result.outcome];
  const silent = electorate.length - counted.size;
  return {
    id,
    text: question.pl,
    classification: nature,
    date: openedAt,
    requirement: `${rule.majority} of ${rule.majorityOf}, quorum ${rule.quorum}`,
    result: outcome,
    vote_events: [
      {
        identifier: id,
        motion_id: id,
        start_date: openedAt,
        end_date: closedAt,
        result: outcome,
        counts: [
          { option: options.FOR, value: result.count.for },
          { option: options.AGAINST, value: result.count.against },
          { option: options.ABSTAIN, value: result.count.abstain },
          { option: options.SILENT, value: silent },
        ],
        votes: electorate.map((gmina) => {
          const vote = counted.get(gmina.id);
          return {
            voter_id: gmina.id,
            voter: { ...gmina, classification: 'municipality' },
            option: options[vote?.choice ?? 'SILENT'],
            role: vote ? (vote.proxy ? 'PROXY' : vote.office) : null,
          };
        }),
      },
    ],
  };
};
