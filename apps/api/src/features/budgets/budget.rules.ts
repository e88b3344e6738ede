import type { BudgetCurrency, Issue, PlannedBudget, ShareStanding } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

export const otherCurrency = (currency: BudgetCurrency): BudgetCurrency => (currency === 'EUR' ? 'PLN' : 'EUR');

/**
 * An amount in the other currency, rounded to whole cents or grosze by itself, halves upwards. Reckoned in whole numbers: a
 * large amount is as exact as a small one.
 * @param amount whole cents or grosze, not below nought
 * @param plnPerEur złoty for one euro, in ten-thousandths
 */
export const convert = (amount: number, from: BudgetCurrency, plnPerEur: number): number => {
  const [times, by] = from === 'EUR' ? [BigInt(plnPerEur), 10_000n] : [10_000n, BigInt(plnPerEur)];
  return Number((2n * BigInt(amount) * times + by) / (2n * by));
};

interface Amounts {
  readonly grant: number;
  readonly own: number;
}

/** What amounts come to in the other currency, each rounded by itself, with what that leaves of the rounded total. */
export const convertAll = (
  { total, ...whole }: Amounts & { readonly total: number },
  lines: readonly Amounts[],
  from: BudgetCurrency,
  plnPerEur: number,
): Amounts & { total: number; remainder: number } => {
  const to = (amount: number): number => convert(amount, from, plnPerEur);
  const ofLines = lines.reduce((sum, { grant, own }) => sum + to(grant) + to(own), 0);
  return { grant: to(whole.grant), own: to(whole.own), total: to(total), remainder: to(total) - ofLines };
};

/** What stands in the way of agreement; undefined where nothing does. */
export const obstacleToAgreement = (
  standings: readonly ShareStanding[],
): 'participant-gone' | 'participant-unconfirmed' | undefined => {
  if (standings.some(isGone)) return 'participant-gone';
  return standings.includes('DECLARED') ? 'participant-unconfirmed' : undefined;
};

/** It takes part no more, or is no member of the association any more. */
export const isGone = (standing: ShareStanding): boolean => standing === 'WITHDRAWN' || standing === 'NOT_MEMBER';

export interface PlanContext {
  readonly today: string;
  /** Who takes part in the initiative. */
  readonly participantIds: readonly string[];
  /** In which it was agreed once; null as long as it may still be chosen. */
  readonly fixedCurrency: BudgetCurrency | null;
  /** An agreed version stands: it is changed with a reason. */
  readonly needsReason: boolean;
}

/** What is wrong with a plan beside its sums. */
export const planIssues = (plan: PlannedBudget & { reason?: string | undefined }, context: PlanContext): Issue[] => {
  const ids = plan.shares.map(({ organizationId }) => organizationId);
  return [
    ...(plan.rate.day > context.today ? [bodyIssue('/rate/day', 'in_future')] : []),
    ...(context.fixedCurrency && context.fixedCurrency !== plan.currency
      ? [bodyIssue('/currency', 'currency_fixed')]
      : []),
    ...(context.needsReason && plan.reason === undefined ? [bodyIssue('/reason', 'reason_for_change')] : []),
    ...plan.shares.flatMap(({ organizationId, lines }, at) => [
      ...(context.participantIds.includes(organizationId)
        ? []
        : [bodyIssue(`/shares/${at}/organizationId`, 'not_a_participant')]),
      ...(ids.indexOf(organizationId) === at ? [] : [bodyIssue(`/shares/${at}/organizationId`, 'duplicate')]),
      ...lines.flatMap(({ category }, place) =>
        lines.findIndex((line) => line.category === category) === place
          ? []
          : [bodyIssue(`/shares/${at}/lines/${place}/category`, 'duplicate')],
      ),
    ]),
  ];
};

/** An amount that goes beyond what is left, with how much that is in whole units of the currency. */
export const overIssue = (
  pointer: string,
  code: 'over_grant' | 'over_accepted' | 'over_claimed' | 'over_grant_corrected' | 'over_accepted_corrected',
  amount: number,
  left: number,
  currency: BudgetCurrency,
): Issue[] => (amount > left ? [bodyIssue(pointer, code, { left: Math.max(left, 0) / 100, currency })] : []);

/** What is wrong with the period of a claim. */
export const periodIssues = (
  { periodFrom, periodTo }: { readonly periodFrom: string; readonly periodTo: string },
  today: string,
): Issue[] => [
  ...(periodTo < periodFrom ? [bodyIssue('/periodTo', 'ends_before_start')] : []),
  ...(periodTo > today ? [bodyIssue('/periodTo', 'in_future')] : []),
];

/** Instalments of a participant come to its grant at most. */
export const instalmentIssues = (
  instalments: readonly { readonly organizationId: string; readonly amount: number }[],
  grants: ReadonlyMap<string, number>,
  currency: BudgetCurrency,
): Issue[] => {
  const left = new Map(grants);
  return instalments.flatMap(({ organizationId, amount }, at) => {
    const open = left.get(organizationId);
    if (open === undefined) return [bodyIssue(`/instalments/${at}/organizationId`, 'not_a_participant')];
    left.set(organizationId, open - amount);
    return overIssue(`/instalments/${at}/amount`, 'over_grant', amount, open, currency);
  });
};
