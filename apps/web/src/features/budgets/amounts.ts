import type { Language } from '@blizej/contracts';
import { decimalOf } from '../../lib/money.ts';

/** A number with so many decimals, as a whole number of its smallest parts; NaN where it is none. */
const partsOf = (typed: string, decimals: number): number => {
  const [, whole, part = ''] = /^(\d{1,6})(?:[.,](\d+))?$/.exec(typed.replaceAll(/[\s%]/g, '')) ?? [];
  if (whole === undefined || part.length > decimals) return Number.NaN;
  return Number(whole) * 10 ** decimals + Number(part.padEnd(decimals, '0'));
};

/** A rate of exchange as it is typed, `4,2567`, in ten-thousandths. */
export const rateOf = (typed: string): number => partsOf(typed, 4);
export const typedRate = (rate: number, language: Language): string => decimalOf((rate / 10_000).toFixed(4), language);

/** A percentage as it is typed, `85`, in hundredths of a per cent. */
export const percentOf = (typed: string): number => partsOf(typed, 2);
export const typedPercent = (hundredths: number, language: Language): string =>
  decimalOf(String(hundredths / 100), language);

/** A part of a whole in whole per cent. */
export const percentage = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole));

interface Part {
  readonly name: string;
  readonly total: number;
}

/** Who has the most of a whole: one alone, several alike, or all of them alike. */
export const mostOf = (
  parts: readonly Part[],
): { readonly who: 'only' | 'one' | 'several' | 'all'; readonly names: string[]; readonly total: number } => {
  const total = Math.max(0, ...parts.map((part) => part.total));
  const names = parts.filter((part) => part.total === total).map(({ name }) => name);
  if (parts.length === 1) return { who: 'only', names, total };
  return { who: names.length === 1 ? 'one' : names.length === parts.length ? 'all' : 'several', names, total };
};
