/**
 * The share of a part in a whole, in per cent with one decimal at most; of nothing it is nothing. Each is rounded by itself, so
 * that equal parts have equal shares: together they may miss 100 by a few tenths.
 */
export const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10;
