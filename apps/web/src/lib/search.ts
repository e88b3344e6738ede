import type { ProblemSlug } from '@blizej/contracts';

/** Reads one value of an address; `undefined` where it is missing or not valid. */
type Reader<T> = (value: unknown) => T | undefined;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Words to search for; a number typed as words comes as a number. */
export const words: Reader<string> = (value) => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text.slice(0, 100) : undefined;
};

/** The title of a task. */
export const title: Reader<string> = (value) =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : undefined;

export const flag: Reader<true> = (value) => (value === true ? true : undefined);

export const id: Reader<string> = (value) => (typeof value === 'string' && uuid.test(value) ? value : undefined);

/** A calendar day, `YYYY-MM-DD`. */
export const day: Reader<string> = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

/** A month, `YYYY-MM`. */
export const month: Reader<string> = (value) =>
  typeof value === 'string' && /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;

/** A year of four digits. */
export const year: Reader<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1990 && value <= 2200 ? value : undefined;

/** Where to go on: a place of the working side, never another site. */
export const place: Reader<string> = (value) =>
  typeof value === 'string' && /^\/app(?![^/?])/.test(value) && value.length <= 500 ? value : undefined;

/** What went wrong outside of the application, which the server tells by the address; the words say what is none. */
export const problem: Reader<ProblemSlug> = (value) =>
  typeof value === 'string' && /^[a-z-]{1,60}$/.test(value) ? (value as ProblemSlug) : undefined;

export const oneOf =
  <const T extends string>(...values: readonly T[]): Reader<T> =>
  (value) =>
    values.find((one) => one === value);

type Search<R extends Record<string, Reader<unknown>>> = {
  [Name in keyof R]?: (R[Name] extends Reader<infer T> ? T : never) | undefined;
};

/** Keeps of an address what is valid: a link that somebody mangled still opens its page. */
export const searchOf =
  <R extends Record<string, Reader<unknown>>>(readers: R) =>
  (given: Record<string, unknown>): Search<R> =>
    Object.fromEntries(
      Object.entries(readers).flatMap(([name, read]) => {
        const value = read(given[name]);
        return value === undefined ? [] : [[name, value]];
      }),
    ) as Search<R>;
