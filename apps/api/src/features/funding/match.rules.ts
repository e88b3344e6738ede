import {
  voivodeships,
  type ApplicantKind,
  type CallCurrency,
  type CallState,
  type MatchReason,
  type MatchView,
} from '@blizej/contracts';
import { isAhead } from './call.rules.ts';
import { decideByOf, planBack, type Session } from './plan.rules.ts';

export interface CallFacts {
  readonly state: CallState;
  /** A first stage is over: nobody else gets in. */
  readonly firstStageOver: boolean;
  readonly closesOn: string;
  readonly signingDays: number;
  readonly applicants: readonly ApplicantKind[];
  /** Empty: everywhere. */
  readonly territory: readonly string[];
  readonly partnersMin: number | null;
  readonly countriesMin: number | null;
  readonly topics: readonly string[];
  readonly goals: readonly string[];
  readonly grantRate: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly currency: CallCurrency;
}

export interface GminaFacts {
  readonly name: string;
  readonly voivodeship: string;
  readonly sessions: readonly Session[];
}

/** Whom a call is held against: a gmina, its need, or an initiative with the gminas and partners that take part. */
export interface SubjectFacts {
  readonly topics: readonly string[];
  readonly goals: readonly string[];
  readonly gminas: readonly GminaFacts[];
  /** How many take part: a part binds once it is confirmed. */
  readonly confirmed: number;
  readonly declared: number;
  /** From which countries the confirmed ones are, each once. */
  readonly countries: readonly string[];
  /** What is asked for, in minor units; or what it costs, of which a part is granted. */
  readonly amount?: { readonly minor: number; readonly currency: CallCurrency; readonly isCost: boolean } | undefined;
}

const reasonOf = (
  code: MatchReason['code'],
  verdict: MatchReason['verdict'],
  more: Partial<MatchReason> = {},
): MatchReason => ({ code, verdict, what: [], have: null, need: null, declared: null, on: null, ...more });

const shared = (one: readonly string[], other: readonly string[]): string[] =>
  one.filter((item) => other.includes(item));

/** Whether a voivodeship lies in a territory: it is named, or all of Poland is. */
export const liesIn = (voivodeship: string, territory: readonly string[]): boolean =>
  territory.length === 0 ||
  territory.includes(voivodeship) ||
  (territory.includes('PL') && !territory.some((area) => voivodeships.some((name) => name === area)));

const territoryReason = ({ territory }: CallFacts, gminas: readonly GminaFacts[]): MatchReason => {
  const outside = gminas.filter(({ voivodeship }) => !liesIn(voivodeship, territory));
  return outside.length > 0
    ? reasonOf('TERRITORY', 'NO', { what: outside.map(({ name }) => name) })
    : reasonOf('TERRITORY', 'YES', { what: [...new Set(gminas.map(({ voivodeship }) => voivodeship))].toSorted() });
};

const amountReasons = (call: CallFacts, { amount }: SubjectFacts): MatchReason[] => {
  if (!amount || (call.minimum === null && call.maximum === null)) return [];
  if (amount.currency !== call.currency) return [reasonOf('AMOUNT', 'OPEN')];
  // Of a cost only a part is granted; a call that does not say which may grant all of it.
  const grant = amount.isCost ? Math.round((amount.minor * (call.grantRate ?? 100)) / 100) : amount.minor;
  const isTooMuch = call.maximum !== null && grant > call.maximum;
  const isTooLittle = call.minimum !== null && grant < call.minimum;
  return [
    reasonOf('AMOUNT', isTooMuch || isTooLittle ? 'OPEN' : 'YES', {
      have: grant,
      need: isTooMuch ? call.maximum : isTooLittle ? call.minimum : null,
    }),
  ];
};

const enough = (
  code: 'PARTNERS' | 'COUNTRIES',
  have: number,
  need: number | null,
  more: Partial<MatchReason>,
): MatchReason[] =>
  need === null || need <= 1 ? [] : [reasonOf(code, have >= need ? 'YES' : 'OPEN', { have, need, ...more })];

/** The gmina that decides last tells by when its draft is tabled; those that cannot decide in time, or are not known, by name. */
const councilReason = (call: CallFacts, gminas: readonly GminaFacts[], today: string): MatchReason => {
  const decideBy = decideByOf(call.closesOn, call.signingDays);
  const plans = gminas.map(({ name, sessions }) => ({ name, ...planBack(sessions, { decideBy, today }) }));
  const late = plans.filter(({ outcome }) => outcome === 'TOO_LATE');
  if (late.length > 0) return reasonOf('COUNCIL', 'NO', { what: late.map(({ name }) => name) });
  const unknown = plans.filter(({ outcome }) => outcome === 'UNKNOWN');
  if (unknown.length > 0) return reasonOf('COUNCIL', 'OPEN', { what: unknown.map(({ name }) => name) });
  const [on] = plans.flatMap(({ latest }) => (latest ? [latest.tabledBy] : [])).toSorted();
  return reasonOf('COUNCIL', 'YES', { on: on ?? null });
};

/** What nothing mends in time. A council that is late may still hold an extraordinary session. */
const hard: readonly MatchReason['code'][] = ['STATE', 'TERRITORY', 'APPLICANT', 'TOPIC'];

/** How a call fits a subject, with all that speaks for it and against it. */
export function matchCall(call: CallFacts, subject: SubjectFacts, today: string): MatchView {
  const topics = shared(call.topics, subject.topics);
  const goals = shared(call.goals, subject.goals);
  const canApply = isAhead(call.state) && !call.firstStageOver;
  const reasons: MatchReason[] = [
    reasonOf('TOPIC', topics.length > 0 ? 'YES' : 'NO', { what: topics }),
    ...(goals.length > 0 ? [reasonOf('GOAL', 'YES', { what: goals })] : []),
    reasonOf('STATE', canApply ? 'YES' : 'NO'),
    ...(subject.gminas.length > 0
      ? [
          territoryReason(call, subject.gminas),
          reasonOf('APPLICANT', call.applicants.includes('MUNICIPALITY') ? 'YES' : 'NO'),
        ]
      : []),
    ...amountReasons(call, subject),
    ...enough('PARTNERS', subject.confirmed, call.partnersMin, { declared: subject.declared }),
    ...enough('COUNTRIES', subject.countries.length, call.countriesMin, { what: [...subject.countries] }),
    ...(subject.gminas.length > 0 && canApply ? [councilReason(call, subject.gminas, today)] : []),
  ];
  const isRefused = reasons.some(({ code, verdict }) => verdict === 'NO' && hard.includes(code));
  const isWhole = reasons.every(({ verdict }) => verdict === 'YES');
  return { outcome: isRefused ? 'NOT' : isWhole ? 'FITS' : 'ALMOST', reasons };
}

/** One gmina that stands for itself. */
export const alone = (gmina: GminaFacts) => ({ gminas: [gmina], confirmed: 1, declared: 0, countries: ['PL'] });

const rank = { FITS: 0, ALMOST: 1, NOT: 2 } as const;

/** What fits best first; what does not fit at all is left out. */
export const bestFirst = <T extends { readonly match: MatchView }>(matches: readonly T[]): T[] =>
  matches
    .filter(({ match }) => match.outcome !== 'NOT')
    .toSorted((one, other) => rank[one.match.outcome] - rank[other.match.outcome]);
