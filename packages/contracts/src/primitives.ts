import { z } from 'zod';
import { reasonLength } from './limits.ts';

/** Rows in one page of any list. */
export const pageSize = 50;

/** A UUID (version 7 where we make it, so that ids sort by time). */
export const id = z.uuid();

/** A calendar day in the association's time zone, `YYYY-MM-DD`. */
export const day = z.iso.date();

/** A moment, ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true });

/** A text of one line: trimmed, inner white space folded, no control characters. */
export const line = (min: number, max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(min).max(max));

/** A longer plain text: line ends unified, trimmed at the end, no control characters but line ends and tabs. */
export const prose = (min: number, max: number) =>
  z
    .string()
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(z.string().min(min).max(max));

/** A text that is published in both languages; English may still be missing. */
export const localized = z.object({ pl: z.string(), en: z.string().nullable() });
export type Localized = z.infer<typeof localized>;

/** An opaque place in a list, as `next` of the page before gave it. */
export const cursor = z.string().min(1).max(300).optional();

/** A page of a list: at most `pageSize` items and, where there are more, where to go on. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** Optimistic concurrency: the version that the caller saw; another one is answered 409 with the current state. */
export const version = z.int().min(1);

/** Search words as a person types them. */
export const search = line(0, 100).optional();

/** A yes or no in a query string. */
export const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Why something was declined, returned or rejected: said to those concerned. */
export const reason = prose(reasonLength.minimum, reasonLength.maximum);
