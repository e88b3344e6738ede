import type { CallSummary, CallView, Localized, ProgrammeView } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { daysBetween } from '../../kernel/moments.ts';
import { isAhead, nextDeadline, stateOf } from './call.rules.ts';
import { fundingPolicy } from './funding.policy.ts';
import { alone, matchCall, type CallFacts, type GminaFacts } from './match.rules.ts';

/** A moment as it is told; in JSON the database tells it as a text with its offset. */
export const instantOf = (moment: Date | string): string => new Date(moment).toISOString();
const instantOrNull = (moment: Date | string | null): string | null => (moment === null ? null : instantOf(moment));

/** The viewer's own gmina, and what it works on. */
export interface OwnGmina extends GminaFacts {
  readonly topics: readonly string[];
}

type Kept =
  | 'id'
  | 'programme'
  | 'title'
  | 'opensOn'
  | 'grantRate'
  | 'minimum'
  | 'maximum'
  | 'currency'
  | 'topics'
  | 'goals'
  | 'following';

/** A call as the database knows it, with the moment at which it was read. */
export interface CallRow extends Pick<CallSummary, Kept>, Pick<CallView, 'applicants' | 'territory' | 'signingDays'> {
  readonly now: Date | string;
  readonly today: string;
  readonly firstStageAt: Date | string | null;
  readonly closesAt: Date | string;
  readonly firstStageOn: string | null;
  readonly closesOn: string;
  readonly partnersMin: number | null;
  readonly countriesMin: number | null;
  readonly isCancelled: boolean;
  readonly own: OwnGmina | null;
}

const deadlinesOf = ({ firstStageAt, closesAt }: Pick<CallRow, 'firstStageAt' | 'closesAt'>) => ({
  firstStageAt: instantOrNull(firstStageAt),
  closesAt: instantOf(closesAt),
});

const clockOf = (row: CallRow) => {
  const next = row.isCancelled ? null : nextDeadline(deadlinesOf(row), { now: instantOf(row.now) });
  const nextOn = next && (next.stage === 'FIRST' ? row.firstStageOn : row.closesOn);
  return { next, nextOn, state: stateOf({ isCancelled: row.isCancelled, opensOn: row.opensOn, nextOn }, row) };
};

/** What of a call decides whom it fits. */
export const factsOf = (row: CallRow): CallFacts => {
  const { next, state } = clockOf(row);
  return { ...row, state, firstStageOver: row.firstStageAt !== null && next?.stage === 'FINAL' };
};

/** A call as a list tells it. */
export const presentCallSummary = (row: CallRow): CallSummary => {
  const { next, nextOn, state } = clockOf(row);
  const { own, today } = row;
  const facts = { ...row, state, firstStageOver: row.firstStageAt !== null && next?.stage === 'FINAL' };
  return {
    id: row.id,
    programme: row.programme,
    title: row.title,
    opensOn: row.opensOn,
    grantRate: row.grantRate,
    minimum: row.minimum,
    maximum: row.maximum,
    currency: row.currency,
    topics: row.topics,
    goals: row.goals,
    following: row.following,
    ...deadlinesOf(row),
    state,
    next: next && nextOn !== null ? { ...next, on: nextOn, daysLeft: daysBetween(today, nextOn) } : null,
    ours: own && matchCall(facts, { topics: own.topics, goals: [], ...alone(own) }, today),
  };
};

interface MoveRow {
  readonly formerFirstStageAt: string | null;
  readonly formerClosesAt: string;
  readonly firstStageAt: string | null;
  readonly closesAt: string;
  readonly reason: string;
  readonly movedAt: string;
}

export interface WholeCallRow
  extends
    CallRow,
    Pick<
      CallView,
      'externalId' | 'ownTerritory' | 'territoryNote' | 'link' | 'cancellation' | 'chosenBy' | 'followers' | 'version'
    > {
  readonly about: { readonly pl: string | null; readonly en: string | null };
  readonly moves: readonly MoveRow[];
}

/** One call with what the viewer may do. */
export const presentCall = (row: WholeCallRow, actor: Actor): CallView => {
  const summary = presentCallSummary(row);
  const { pl, en } = row.about;
  const about: Localized | null = pl === null ? null : { pl, en };
  const mayChange = fundingPolicy.keepCalls(actor) && summary.state !== 'CANCELLED';
  return {
    ...summary,
    externalId: row.externalId,
    about,
    applicants: row.applicants,
    territory: row.territory,
    ownTerritory: row.ownTerritory,
    territoryNote: row.territoryNote,
    partnersMin: row.partnersMin,
    countriesMin: row.countriesMin,
    link: row.link,
    signingDays: row.signingDays,
    cancellation: row.cancellation,
    moves: row.moves.map((move) => ({
      reason: move.reason,
      formerFirstStageAt: instantOrNull(move.formerFirstStageAt),
      formerClosesAt: instantOf(move.formerClosesAt),
      firstStageAt: instantOrNull(move.firstStageAt),
      closesAt: instantOf(move.closesAt),
      movedAt: instantOf(move.movedAt),
    })),
    chosenBy: row.chosenBy,
    followers: row.followers,
    version: row.version,
    abilities: { change: mayChange, moveDeadline: mayChange, cancel: mayChange && isAhead(summary.state) },
  };
};

export type ProgrammeRow = Omit<ProgrammeView, 'abilities'>;

export const presentProgramme = (row: ProgrammeRow, actor: Actor): ProgrammeView => ({
  ...row,
  abilities: { change: fundingPolicy.keepCalls(actor) },
});
