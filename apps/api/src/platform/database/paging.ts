import { day, id, instant, pageSize } from '@blizej/contracts';
import { z } from 'zod';
import { Problem } from '../../kernel/problems.ts';

/** A page of a list; `next` is an opaque cursor, null on the last page. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/**
 * Cuts a list that was fetched with one row more than a page, and notes where to go on: after the keys of the last row
 * (the columns of ORDER BY). There is no OFFSET anywhere: it reads all that it skips, and slips when rows come or go.
 */
export const pageOf = <T>(rows: readonly T[], keysOf: (row: T) => readonly string[]): Page<T> => {
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return {
    items,
    next: rows.length > pageSize && last ? Buffer.from(JSON.stringify(keysOf(last))).toString('base64url') : null,
  };
};

const shapes = {
  id,
  number: z.string().regex(/^-?\d{1,15}(\.\d{1,9})?$/),
  day,
  instant,
  // Anything but a NUL, which PostgreSQL has no room for, and half characters.
  text: z.string().regex(/^[^\0\p{Surrogate}]*$/u),
};

/**
 * The keys in a cursor; an empty list for the first page. A cursor that we did not give is refused (422).
 * @param keyShapes what the list is ordered by
 */
export const readCursor = (cursor: string | undefined, ...keyShapes: (keyof typeof shapes)[]): string[] => {
  if (cursor === undefined) return [];
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fits = (key: unknown, position: number) => {
      const shape = keyShapes[position];
      return shape !== undefined && shapes[shape].safeParse(key).success;
    };
    if (Array.isArray(keys) && keys.length === keyShapes.length && keys.every(fits)) return keys as string[];
  } catch {
    // not even JSON: refused below
  }
  throw new Problem('invalid', { issues: [{ in: 'query', pointer: '/cursor', code: 'invalid_format' }] });
};
