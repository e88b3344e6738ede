import type {
  BallotChoice,
  BallotExport,
  BallotOutcome,
  BallotSummary,
  BallotView,
  ElectorView,
  Office,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { ballotLifecycle } from './ballot.lifecycle.ts';
import { ballotPolicy } from './ballot.policy.ts';
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
  | 'electorCount'
  | 'votedCount'
> {
  readonly now: Date;
  readonly outcome: BallotOutcome | null;
  readonly mine: BallotSummary['mine'];
}

interface VoteRow {
  readonly number: number;
  readonly choice: BallotChoice;
  readonly office: Office;
  readonly castAt: string;
  readonly receipt: string;
}

interface ExtensionRow {
  readonly formerClosesAt: string;
  readonly closesAt: string;
  readonly reason: string;
}

export interface BallotRow extends SummaryRow, LockedBallot {
  readonly closedAt: Date | null;
  readonly withdrawal: string | null;
  readonly forCount: number | null;
  readonly againstCount: number | null;
  readonly abstainCount: number | null;
  readonly electors: readonly { readonly id: string; readonly name: string; readonly vote: VoteRow | null }[];
  readonly extensions: readonly ExtensionRow[];
}

export interface ExportRow extends BallotRow {
  readonly opening: string;
  readonly votes: readonly (VoteRow & { readonly organizationId: string; readonly nonce: string })[];
}

const iso = (moment: Date | string): string => new Date(moment).toISOString();

export const presentSummary = (row: SummaryRow): BallotSummary => ({
  id: row.id,
  title: { pl: row.titlePl, en: row.titleEn },
  nature: row.nature,
  phase: phaseOf(row.state, row.closesAt, row.now),
  opensAt: row.opensAt && iso(row.opensAt),
  closesAt: iso(row.closesAt),
  turnout: row.openedAt && { electorate: row.electorCount, voted: row.votedCount },
  outcome: row.outcome,
  mine: row.mine,
});

const presentVote = ({ number, choice, office, castAt, receipt }: VoteRow) => ({
  number,
  choice,
  office,
  castAt: iso(castAt),
  receipt,
});

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

/** A ballot with what the viewer may do. How others have voted nobody reads before the close, the secretariat neither. */
export const presentBallot = (row: BallotRow, actor: Actor): BallotView => {
  const summary = presentSummary(row);
  const { phase } = summary;
  const closed = phase === 'CLOSED';
  const live = row.liveCount && (phase === 'OPEN' || phase === 'COUNTING');
  const manages = ballotPolicy.manage(actor);
  const electors = row.electors.map(({ id, name, vote }): ElectorView => ({
    organization: { id, name },
    voted: vote !== null,
    vote: vote && (closed || ballotPolicy.cast(actor, id)) ? presentVote(vote) : null,
  }));
  return {
    ...summary,
    question: { pl: row.questionPl, en: row.questionEn },
    legalBasis: row.legalBasis,
    rule: ruleOf(row),
    quorumNeeded: row.openedAt && quorumNeeded(row.quorum, row.electorCount),
    openedAt: row.openedAt && iso(row.openedAt),
    closedAt: row.closedAt && iso(row.closedAt),
    count: live ? countOf(row.electors.flatMap(({ vote }) => (vote ? [vote.choice] : []))) : storedCount(row),
    electors,
    extensions: presentExtensions(row.extensions),
    withdrawal: row.withdrawal,
    head: closed ? row.head : null,
    version: row.version,
    abilities: {
      change: manages && ballotLifecycle.allows(row.state, 'change'),
      announce: manages && ballotLifecycle.allows(row.state, 'schedule'),
      cast: phase === 'OPEN' && row.electors.some(({ id }) => ballotPolicy.cast(actor, id)),
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
    format: 'blizej-ballot/1',
    id: row.id,
    title: { pl: row.titlePl, en: row.titleEn },
    question: { pl: row.questionPl, en: row.questionEn },
    nature: row.nature,
    legalBasis: row.legalBasis,
    rule: ruleOf(row),
    openedAt: iso(row.openedAt),
    closesAt: iso(row.extensions[0]?.formerClosesAt ?? row.closesAt),
    extensions: presentExtensions(row.extensions),
    closedAt: iso(row.closedAt),
    electorate: row.electors.map(({ id, name }) => ({ id, name })),
    opening: row.opening,
    votes: row.votes.map(({ number, organizationId, choice, office, castAt, nonce, receipt }) => ({
      number,
      organizationId,
      choice,
      office,
      castAt: iso(castAt),
      nonce,
      receipt,
    })),
    head: row.head,
    result: { count, outcome: row.outcome },
  };
};
