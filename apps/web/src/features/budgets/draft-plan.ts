import type { BudgetCurrency, BudgetView, CostCategory, Language, LinesPreview, PlannedShare } from '@blizej/contracts';
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

const typed = ({ organizationId, grant, own, lines }: PlannedShare, language: Language): DraftShare => ({
  organizationId,
  grant: zlotyOf(grant, language),
  own: zlotyOf(own, language),
  lines: Object.fromEntries(
    lines.map((line) => [line.category, { grant: zlotyOf(line.grant, language), own: zlotyOf(line.own, language) }]),
  ),
});

/** What the form begins with: the plan as it stands, or nothing but who takes part. */
export const beginDraft = ({ plan, detail }: BudgetView, today: string, language: Language): DraftPlan => ({
  currency: plan?.currency ?? 'EUR',
  plnPerEur: plan ? typedRate(plan.rate.plnPerEur, language) : '',
  rateDay: plan?.rate.day ?? today,
  rateSource: plan?.rate.source ?? '',
  grantRate: plan ? typedPercent(plan.grantRate, language) : '',
  total: plan ? zlotyOf(plan.total, language) : '',
  grant: plan ? zlotyOf(plan.grant, language) : '',
  own: plan ? zlotyOf(plan.own, language) : '',
  reason: '',
  shares: plan
    ? (detail?.shares ?? []).map(({ organization, ...share }) =>
        typed({ ...share, organizationId: organization.id }, language),
      )
    : (detail?.participants ?? []).map(({ id }) => ({ organizationId: id, grant: '', own: '', lines: {} })),
});

/** An amount as typed, nothing being nought; NaN where it is none. */
export const amountOf = (text: string): number =>
  Number(groszeOf(text) || (groszeOf(text) === '' ? 0 : groszeOf(text)));

/** What the lines of a share come to; NaN as long as one of them is no amount. */
export const sumOfLines = ({ lines }: DraftShare, part: 'grant' | 'own'): number =>
  Object.values(lines).reduce((sum, line) => sum + amountOf(line[part]), 0);

/** By how much the lines of a share are off what is declared; NaN as long as one of them is no amount. */
export const differenceOf = (share: DraftShare, part: 'grant' | 'own'): number =>
  sumOfLines(share, part) - amountOf(share[part]);

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

/** The sums that follow from the lines, for those who declare what they have written; what is not known stays as it is. */
export const withSums = (draft: DraftPlan, language: Language): DraftPlan => {
  const known = (sum: number, former: string): string => (Number.isNaN(sum) ? former : zlotyOf(sum, language));
  const shares = draft.shares.map((share) => ({
    ...share,
    grant: known(sumOfLines(share, 'grant'), share.grant),
    own: known(sumOfLines(share, 'own'), share.own),
  }));
  const sum = (part: 'grant' | 'own'): number => draft.shares.reduce((all, share) => all + sumOfLines(share, part), 0);
  const [grant, own] = [sum('grant'), sum('own')];
  return {
    ...draft,
    shares,
    grant: known(grant, draft.grant),
    own: known(own, draft.own),
    total: known(grant + own, draft.total),
  };
};

/** What stands in the form at a place of it. */
export const typedAt = (draft: DraftPlan, pointer: string): string => {
  let at: unknown = draft;
  for (const key of pointer.split('/').slice(1))
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  return typeof at === 'string' ? at : '';
};

/** The draft with the lines of a file in the place of its own, and the sums that they come to. */
export const withLines = (
  draft: DraftPlan,
  shares: NonNullable<LinesPreview['shares']>,
  language: Language,
): DraftPlan =>
  withSums(
    { ...draft, shares: shares.filter(({ lines }) => lines.length > 0).map((share) => typed(share, language)) },
    language,
  );
