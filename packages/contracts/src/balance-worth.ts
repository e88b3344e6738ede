import { valueMaximum, type ValueKind } from './balances.ts';
import type { Issue } from './problems.ts';

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
export const amountOfWorth = (worth: Worth): number | undefined => {
  const { kind, amount, euroCents, euroRate, minutes, hourRate } = worth;
  if (kind === 'EXPERT_HOURS')
    return minutes === undefined || hourRate === undefined ? undefined : groszeOfWork(minutes, hourRate);
  return euroCents === undefined || euroRate === undefined ? amount : groszeOfEuro(euroCents, euroRate);
};

const worthIssue = (field: keyof Worth, code: string, params?: Issue['params']): Issue => ({
  in: 'body',
  pointer: `/${field}`,
  code,
  ...(params && { params }),
});

/** The worth is said in one way, and whole: złoty, euros with a day's rate, or for the work of experts hours with theirs. */
export const worthIssues = (worth: Worth): Issue[] => {
  const says = (fields: readonly (keyof Worth)[]): boolean => fields.some((field) => worth[field] !== undefined);
  const needed =
    worth.kind === 'EXPERT_HOURS' ? work : says(euro) && worth.amount === undefined ? euro : (['amount'] as const);
  const issues = (['amount', ...euro, ...work] as const).flatMap((field) => {
    const isNeeded = needed.some((one) => one === field);
    if (isNeeded && worth[field] === undefined) return [worthIssue(field, 'required')];
    return !isNeeded && worth[field] !== undefined ? [worthIssue(field, 'worth_not_wanted')] : [];
  });
  const amount = amountOfWorth(worth);
  if (issues.length > 0 || amount === undefined) return issues;
  const [first] = needed;
  if (amount < 1) return [worthIssue(first, 'too_small', { minimum: 0.01 })];
  return amount > valueMaximum ? [worthIssue(first, 'too_big', { maximum: valueMaximum / 100 })] : [];
};
