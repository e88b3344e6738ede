import type { BudgetCurrency, PlannedBudget } from './budgets.ts';
import type { Issue } from './problems.ts';

const totalOf = (amounts: readonly { readonly grant: number; readonly own: number }[], part: 'grant' | 'own'): number =>
  amounts.reduce((sum, amount) => sum + amount[part], 0);

/** Says by how much a sum is off, and what was summed, in whole units of the currency, as people write them. */
const offIssue = (
  of: 'shares' | 'sum' | 'total',
  pointer: string,
  found: number,
  declared: number,
  currency: BudgetCurrency,
): Issue[] =>
  found === declared
    ? []
    : [
        {
          in: 'body',
          pointer,
          code: found > declared ? `${of}_exceeded` : `${of}_short`,
          params: { found: found / 100, declared: declared / 100, off: Math.abs(found - declared) / 100, currency },
        },
      ];

/**
 * What of a budget does not balance: each participant's lines with what is declared for it, the participants with the whole,
 * grant and own contribution with the total, the grant with its rate. Empty where all does. The database refuses the same.
 */
export const balanceIssues = (
  plan: Pick<PlannedBudget, 'currency' | 'grantRate' | 'total' | 'grant' | 'own' | 'shares'>,
): Issue[] => {
  const { currency, grantRate, total, grant, own, shares } = plan;
  return [
    ...shares.flatMap(({ lines, ...share }, at) => [
      ...offIssue('sum', `/shares/${at}/grant`, totalOf(lines, 'grant'), share.grant, currency),
      ...offIssue('sum', `/shares/${at}/own`, totalOf(lines, 'own'), share.own, currency),
    ]),
    ...offIssue('shares', '/grant', totalOf(shares, 'grant'), grant, currency),
    ...offIssue('shares', '/own', totalOf(shares, 'own'), own, currency),
    ...offIssue('total', '/total', grant + own, total, currency),
    // Whole numbers on both sides: nothing is rounded where it is decided.
    ...(grant * 10_000 > grantRate * total
      ? [
          {
            in: 'body',
            pointer: '/grantRate',
            code: 'grant_over_rate',
            params: { share: Math.ceil((grant * 10_000) / Math.max(total, 1)) / 100, most: grantRate / 100 },
          } as const,
        ]
      : []),
  ];
};
