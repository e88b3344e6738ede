/** A row of a small table, by the column's key. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** Nothing was written there. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);
