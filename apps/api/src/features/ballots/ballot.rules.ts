import type {
  BallotChoice,
  BallotCount,
  BallotMajority,
  BallotNature,
  BallotOutcome,
  BallotPhase,
  BallotQuorum,
  BallotRule,
  BallotState,
  Issue,
} from '@blizej/contracts';
import { isFar } from '../../kernel/moments.ts';
import { bodyIssue } from '../../kernel/problems.ts';

// Everything that decides a ballot: whole numbers only, so that no rounding ever does.

/** The fewest who have to vote so that the quorum is there. */
export const quorumNeeded = (quorum: BallotQuorum, electorate: number): number => {
  const needed: Record<BallotQuorum, number> = {
    NONE: 0,
    THIRD: Math.ceil(electorate / 3),
    HALF: Math.ceil(electorate / 2),
    MORE_THAN_HALF: Math.floor(electorate / 2) + 1,
    TWO_THIRDS: Math.ceil((electorate * 2) / 3),
  };
  return needed[quorum];
};

/** How often each choice was made. */
export const countOf = (choices: readonly BallotChoice[]): BallotCount => {
  const times = (choice: BallotChoice): number => choices.filter((one) => one === choice).length;
  return { for: times('FOR'), against: times('AGAINST'), abstain: times('ABSTAIN') };
};

const hasMajority = (rule: BallotRule, count: BallotCount, electorate: number): boolean => {
  const base = rule.majorityOf === 'ELECTORATE' ? electorate : count.for + count.against + count.abstain;
  const reached: Record<BallotMajority, boolean> = {
    SIMPLE: count.for > count.against,
    ABSOLUTE: count.for * 2 > base,
    TWO_THIRDS: count.for * 3 >= base * 2,
  };
  return reached[rule.majority];
};

/** What a ballot has decided. A tie rejects; without its quorum, or without any vote, it has decided nothing. */
export const outcomeOf = (rule: BallotRule, count: BallotCount, electorate: number): BallotOutcome => {
  const voted = count.for + count.against + count.abstain;
  if (voted === 0 || voted < quorumNeeded(rule.quorum, electorate)) return 'NO_DECISION';
  return hasMajority(rule, count, electorate) ? 'ADOPTED' : 'REJECTED';
};

/** How a ballot stands by the clock: votes are taken from the opening on until just before the close. */
export const phaseOf = (state: BallotState, closesAt: Date, now: Date, isKeyMissing = false): BallotPhase =>
  state === 'OPEN' && now >= closesAt ? (isKeyMissing ? 'UNCOUNTABLE' : 'COUNTING') : state;

/** Whether a ballot that was announced has to open now. */
const isDue = (state: BallotState, opensAt: Date | null, now: Date): boolean =>
  state === 'SCHEDULED' && opensAt !== null && now >= opensAt;

interface Decision extends Pick<BallotRule, 'majority' | 'majorityOf'> {
  readonly nature: BallotNature;
  readonly legalBasis?: string | undefined;
  readonly liveCount: boolean;
  readonly secret?: boolean | undefined;
  readonly proxyLimit?: number | undefined;
}

interface Terms extends Decision {
  readonly opensAt?: string | undefined;
  readonly closesAt: string;
}

/** What is wrong with what a ballot is to decide, and by which majority. */
export const termsIssues = ({ nature, legalBasis, majority, majorityOf }: Decision): Issue[] => [
  // Votes at a distance bind nobody without a basis in law (Law on Associations, art. 10, since 1 July 2023).
  ...(nature === 'RESOLUTION' && legalBasis === undefined ? [bodyIssue('/legalBasis', 'required')] : []),
  ...(nature !== 'RESOLUTION' && legalBasis !== undefined ? [bodyIssue('/legalBasis', 'basis_not_wanted')] : []),
  ...(majority === 'SIMPLE' && majorityOf === 'ELECTORATE' ? [bodyIssue('/majorityOf', 'simple_counts_votes')] : []),
];

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What is wrong with a draft. `now` is the database's clock. What is announced cannot be brought nearer: nothing closes far away. */
export const draftIssues = (terms: Terms, now: Date): Issue[] => {
  const { liveCount, secret, proxyLimit = 0, opensAt, closesAt } = terms;
  const begins = opensAt === undefined ? now : new Date(opensAt);
  const closes = new Date(closesAt);
  return [
    ...termsIssues(terms),
    ...(secret && liveCount ? [bodyIssue('/liveCount', 'secret_keeps_count')] : []),
    ...(secret && proxyLimit > 0 ? [bodyIssue('/proxyLimit', 'secret_takes_no_proxies')] : []),
    ...(closes <= now ? [bodyIssue('/closesAt', 'already_past')] : []),
    ...(closes > now && closes <= begins ? [bodyIssue('/closesAt', 'closes_before_opens')] : []),
    ...(isFar(closes, now) ? [bodyIssue('/closesAt', 'too_far')] : []),
  ];
};

/** A new close is later than the former, still ahead, and within a year. */
export const extensionIssues = (closesAt: string, former: Date, now: Date): Issue[] => {
  const later = new Date(closesAt);
  if (later <= former || later <= now) return [bodyIssue('/closesAt', 'not_later')];
  return isFar(later, now) ? [bodyIssue('/closesAt', 'too_far')] : [];
};

/**
 * When those who have not voted are reminded, the last moment last: so many hours before the close as the ballot says; or else a
 * day before it, at half time where less than two days are given.
 */
export const reminderMoments = (openedAt: Date, closesAt: Date, hours: readonly number[]): Date[] => {
  const [opened, close] = [openedAt.getTime(), closesAt.getTime()];
  const moments =
    hours.length === 0
      ? [close - Math.min(dayMs, (close - opened) / 2)]
      : hours.map((before) => close - before * hourMs).filter((moment) => moment > opened);
  return moments.toSorted((a, b) => a - b).map((moment) => new Date(moment));
};

/** What the clock does to a ballot. */
export type BallotTurn = 'OPEN' | 'REMIND' | 'CLOSE';

/** What is due now for a ballot, by itself; undefined where nothing is. */
export const turnOf = (
  ballot: {
    readonly state: BallotState;
    readonly opensAt: Date | null;
    readonly openedAt: Date | null;
    readonly closesAt: Date;
    readonly remindedAt: Date | null;
    readonly reminderHours: readonly number[];
  },
  now: Date,
): BallotTurn | undefined => {
  if (isDue(ballot.state, ballot.opensAt, now)) return 'OPEN';
  if (ballot.state !== 'OPEN' || !ballot.openedAt) return undefined;
  if (now >= ballot.closesAt) return 'CLOSE';
  // Moments that were missed are made up for by one reminder, not by several.
  const due = reminderMoments(ballot.openedAt, ballot.closesAt, ballot.reminderHours).findLast(
    (moment) => moment <= now,
  );
  return due && (!ballot.remindedAt || ballot.remindedAt < due) ? 'REMIND' : undefined;
};

interface ProxyTerms {
  readonly organizationId: string;
  readonly holderId?: string | undefined;
  readonly email?: string | undefined;
  readonly ballotId?: string | undefined;
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
  readonly documentOn: string;
  readonly trace?: string | undefined;
}

/** What is wrong with a proxy that is named; `today` is the association's, `foreign` where the secretariat enters it for a gmina. */
export const proxyIssues = (terms: ProxyTerms, today: string, foreign: boolean): Issue[] => {
  const { organizationId, holderId, email, ballotId, validFrom, validUntil, documentOn, trace } = terms;
  const timed = validFrom !== undefined || validUntil !== undefined;
  return [
    ...(holderId === undefined && email === undefined ? [bodyIssue('/holderId', 'required')] : []),
    ...(holderId === organizationId ? [bodyIssue('/holderId', 'holder_is_gmina')] : []),
    ...(ballotId !== undefined && timed ? [bodyIssue('/ballotId', 'one_scope')] : []),
    ...(ballotId === undefined && validFrom === undefined ? [bodyIssue('/validFrom', 'required')] : []),
    ...(ballotId === undefined && validUntil === undefined ? [bodyIssue('/validUntil', 'required')] : []),
    ...(validFrom !== undefined && validUntil !== undefined && validUntil < validFrom
      ? [bodyIssue('/validUntil', 'ends_before_start')]
      : []),
    ...(documentOn > today ? [bodyIssue('/documentOn', 'in_future')] : []),
    ...(foreign && trace === undefined ? [bodyIssue('/trace', 'required')] : []),
  ];
};
