import type { BudgetCurrency, BudgetView, CostCategory, LinesPreview, PlannedShare } from '@blizej/contracts';
import { groszeOf, zlotyOf } from '../../lib/money.ts';
import { percentOf, rateOf, typedPercent, typedRate } from './amounts.ts';

/** The budget as it is being typed: amounts are texts until they are sent. */
export interface DraftLine {
  readonly grant: string;
  readonly own: string;
}

export interface DraftShare extends DraftLine {
  readonly organizationId: string;
  readonly lines: Readonly<Partial<Record<CostCategory, DraftLine>>>;
}

export interface DraftPlan {
  readonly currency: BudgetCurrency;
  readonly plnPerEur: string;
  readonly rateDay: string;
  readonly rateSource: string;
  readonly grantRate: string;
  readonly total: string;
  readonly grant: string;
  readonly own: string;
  readonly reason: string;
  readonly shares: readonly DraftShare[];
}

const typed = ({ organizationId, grant, own, lines }: PlannedShare): DraftShare => ({
  organizationId,
  grant: zlotyOf(grant),
  own: zlotyOf(own),
  lines: Object.fromEntries(
    lines.map((line) => [line.category, { grant: zlotyOf(line.grant), own: zlotyOf(line.own) }]),
  ),
});

/** What the form begins with: the plan as it stands, or nothing but who takes part. */
export const beginDraft = ({ plan, detail }: BudgetView, today: string): DraftPlan => ({
  currency: plan?.currency ?? 'EUR',
  plnPerEur: plan ? typedRate(plan.rate.plnPerEur) : '',
  rateDay: plan?.rate.day ?? today,
  rateSource: plan?.rate.source ?? '',
  grantRate: plan ? typedPercent(plan.grantRate) : '',
  total: plan ? zlotyOf(plan.total) : '',
  grant: plan ? zlotyOf(plan.grant) : '',
  own: plan ? zlotyOf(plan.own) : '',
  reason: '',
  shares: plan
    ? (detail?.shares ?? []).map(({ organization, ...share }) => typed({ ...share, organizationId: organization.id }))
    : (detail?.participants ?? []).map(({ id }) => ({ organizationId: id, grant: '', own: '', lines: {} })),
});

/** An amount as typed, nothing being nought; NaN where it is none. */
export const amountOf = (text: string): number =>
  Number(groszeOf(text) || (groszeOf(text) === '' ? 0 : groszeOf(text)));

/** What the lines of a share come to; what is no amount counts as nothing meanwhile. */
export const sumOfLines = ({ lines }: DraftShare, part: 'grant' | 'own'): number =>
  Object.values(lines).reduce((sum, line) => sum + (amountOf(line[part]) || 0), 0);

/** What a draft says, to be sent; what is no number stays NaN, and the contract refuses it. */
export const planOf = (draft: DraftPlan, order: readonly CostCategory[]) => ({
  currency: draft.currency,
  rate: { plnPerEur: rateOf(draft.plnPerEur), day: draft.rateDay, source: draft.rateSource },
  grantRate: percentOf(draft.grantRate),
  total: amountOf(draft.total),
  grant: amountOf(draft.grant),
  own: amountOf(draft.own),
  shares: draft.shares.map(({ organizationId, grant, own, lines }) => ({
    organizationId,
    grant: amountOf(grant),
    own: amountOf(own),
    lines: order.flatMap((category) => {
      const line = lines[category];
      if (!line) return [];
      const amounts = { grant: amountOf(line.grant), own: amountOf(line.own) };
      return amounts.grant === 0 && amounts.own === 0 ? [] : [{ category, ...amounts }];
    }),
  })),
  ...(draft.reason.trim() !== '' && { reason: draft.reason }),
});

/** The sums that follow from the lines, for those who declare what they have written. */
export const withSums = (draft: DraftPlan): DraftPlan => {
  const shares = draft.shares.map((share) => ({
    ...share,
    grant: zlotyOf(sumOfLines(share, 'grant')),
    own: zlotyOf(sumOfLines(share, 'own')),
  }));
  const sum = (part: 'grant' | 'own'): number => shares.reduce((all, share) => all + amountOf(share[part]), 0);
  const [grant, own] = [sum('grant'), sum('own')];
  return { ...draft, shares, grant: zlotyOf(grant), own: zlotyOf(own), total: zlotyOf(grant + own) };
};

/** The draft with the lines of a file in the place of its own, and the sums that they come to. */
export const withLines = (draft: DraftPlan, shares: NonNullable<LinesPreview['shares']>): DraftPlan =>
  withSums({ ...draft, shares: shares.filter(({ lines }) => lines.length > 0).map(typed) });
