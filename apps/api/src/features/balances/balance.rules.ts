import { valueKind, type DuesGap, type Issue, type ValueKind } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

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
