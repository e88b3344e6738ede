import { valueKind, valueMaximum, type DuesGap, type Issue, type ValueKind } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

/** Euros in grosze, at so many ten-thousandths of a złoty for one; half a grosz is rounded up. */
export const groszeOfEuro = (cents: number, rate: number): number => Math.floor((cents * rate + 5000) / 10_000);

/** Work in grosze, at so many for an hour; half a grosz is rounded up. */
export const groszeOfWork = (minutes: number, hourRate: number): number => Math.floor((minutes * hourRate + 30) / 60);

export interface Worth {
  readonly kind: ValueKind;
  readonly amount?: number | undefined;
  readonly euroCents?: number | undefined;
  readonly euroRate?: number | undefined;
  readonly euroRateOn?: string | undefined;
  readonly minutes?: number | undefined;
  readonly hourRate?: number | undefined;
}

const euro = ['euroCents', 'euroRate', 'euroRateOn'] as const;
const work = ['minutes', 'hourRate'] as const;

/** What an entry comes to, in grosze; undefined where not enough is said. */
export const amountOf = (worth: Worth): number | undefined => {
  const { kind, amount, euroCents, euroRate, minutes, hourRate } = worth;
  if (kind === 'EXPERT_HOURS')
    return minutes === undefined || hourRate === undefined ? undefined : groszeOfWork(minutes, hourRate);
  return euroCents === undefined || euroRate === undefined ? amount : groszeOfEuro(euroCents, euroRate);
};

/** The worth is said in one way, and whole: złoty, euros with a day's rate, or for the work of experts hours with theirs. */
export const worthIssues = (worth: Worth): Issue[] => {
  const says = (fields: readonly (keyof Worth)[]): boolean => fields.some((field) => worth[field] !== undefined);
  const needed =
    worth.kind === 'EXPERT_HOURS' ? work : says(euro) && worth.amount === undefined ? euro : (['amount'] as const);
  const issues = (['amount', ...euro, ...work] as const).flatMap((field) => {
    const isNeeded = needed.some((one) => one === field);
    if (isNeeded && worth[field] === undefined) return [bodyIssue(`/${field}`, 'required')];
    return !isNeeded && worth[field] !== undefined ? [bodyIssue(`/${field}`, 'worth_not_wanted')] : [];
  });
  const amount = amountOf(worth);
  if (issues.length > 0 || amount === undefined) return issues;
  const [first] = needed;
  if (amount < 1) return [bodyIssue(`/${first}`, 'too_small', { minimum: 0.01 })];
  return amount > valueMaximum ? [bodyIssue(`/${first}`, 'too_big', { maximum: valueMaximum / 100 })] : [];
};

/** It happened in the year of the balance, and not after today; so did the day of the rate. */
export const dayIssues = (
  { year, happenedOn, euroRateOn }: { year: number; happenedOn: string; euroRateOn?: string | undefined },
  today: string,
): Issue[] => [
  ...(Number(happenedOn.slice(0, 4)) === year ? [] : [bodyIssue('/happenedOn', 'outside_year', { year })]),
  ...(happenedOn > today ? [bodyIssue('/happenedOn', 'in_future')] : []),
  ...(euroRateOn !== undefined && euroRateOn > today ? [bodyIssue('/euroRateOn', 'in_future')] : []),
];

/** What a part of a year's entries comes to. */
export interface Sum {
  readonly kind: ValueKind;
  readonly amount: number;
}

/** A year: what each kind comes to, all of them together, and what is left of that after the dues. */
export const reckon = (due: number | null, confirmed: readonly Sum[]) => {
  const kinds = valueKind.options.map((kind) => ({
    kind,
    amount: confirmed.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.amount, 0),
  }));
  const value = kinds.reduce((sum, { amount }) => sum + amount, 0);
  return { kinds, value, result: due === null ? null : value - due };
};

/** Why there are no dues to reckon with. */
export const gapOf = (year: {
  readonly belonged: boolean;
  readonly perInhabitant: number | null;
  readonly population: number | null;
}): DuesGap | null => {
  if (!year.belonged) return 'MEMBERSHIP';
  if (year.perInhabitant === null) return 'RATE';
  return year.population === null ? 'POPULATION' : null;
};
