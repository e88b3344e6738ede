import type { Issue, Language } from '@blizej/contracts';

/** A number as its reader types it: with a comma in Polish, with a point in English. */
export const decimalOf = (number: string, language: Language): string =>
  language === 'pl' ? number.replace('.', ',') : number;

/** Whole grosze as an amount in złoty that can be typed: `0,60`. */
export const zlotyOf = (grosze: number, language: Language): string => decimalOf((grosze / 100).toFixed(2), language);

// Thousands are told apart by commas in English, by points elsewhere. A single point before three digits could as well
// begin decimals, so it counts only before a comma; and nobody has thousands after a nought: "0,605" is no amount.
const byCommas = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.|$)/;
const byPoints = /^[1-9]\d{0,2}(?:(?:\.\d{3})+,\d|(?:\.\d{3}){2,}$)/;

const bareOf = (typed: string): string => {
  const bare = typed.replace(/\s|zł/g, '');
  if (byCommas.test(bare)) return bare.replaceAll(',', '');
  return byPoints.test(bare) ? bare.replaceAll('.', '') : bare;
};

/** An amount as people type it, in whole grosze; nothing stays nothing, and what is no amount is not a number. */
export const groszeOf = (typed: string): number | '' => {
  const text = bareOf(typed);
  if (text === '') return '';
  const [, whole, part = ''] = /^(\d{1,13})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  return whole === undefined ? Number.NaN : Number(whole) * 100 + Number(part.padEnd(2, '0'));
};

type Said = Pick<Issue, 'code' | 'params'>;

/** What keeps a text from being an amount; undefined where it is one, or nothing. */
export const unreadableAmount = (typed: string): Said | undefined => {
  if (!Number.isNaN(groszeOf(typed))) return undefined;
  const text = bareOf(typed);
  if (/^[-−–]\d/.test(text)) return { code: 'amount_negative' };
  return { code: /^\d+[.,]\d{3,}$/.test(text) ? 'amount_decimals' : 'amount_unreadable' };
};

interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What is wrong with an amount, as it was typed or in grosze; its bounds, in grosze, are told as amounts are typed. */
export const amountIssue = (
  amount: string | number,
  { minimum = 0, maximum = Number.POSITIVE_INFINITY }: Bounds,
): Said | undefined => {
  const grosze = typeof amount === 'number' ? amount : groszeOf(amount);
  if (grosze === '') return minimum > 0 ? { code: 'required' } : undefined;
  if (Number.isNaN(grosze)) return unreadableAmount(String(amount));
  if (grosze < minimum)
    return minimum === 1
      ? { code: 'amount_not_positive' }
      : { code: 'amount_too_small', params: { minimum: minimum / 100 } };
  return grosze > maximum ? { code: 'amount_too_large', params: { maximum: maximum / 100 } } : undefined;
};

/** The bound of which a schema's issue tells. */
export const boundOf = (issue: {
  readonly code?: string | undefined;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}): Bounds => {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  return issue.code === 'too_big' ? { maximum: Number(issue.maximum) } : {};
};
