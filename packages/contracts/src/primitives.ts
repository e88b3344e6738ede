import { z } from 'zod';
import { reasonLength } from './limits.ts';

/** Rows in one page of any list. */
export const pageSize = 50;

/** A UUID (version 7 where we make it, so that ids sort by time). */
export const id = z.uuid().toLowerCase();

/** From 1900 to 2999: what lies beyond was mistyped, and is more than browsers and databases agree on. What is no date at all passes: that is told already. */
const withinReach = /^(?!\d{4}-)|^(?:19|2\d)/;

/** A calendar day in the association's time zone, `YYYY-MM-DD`. */
export const day = z.iso.date().regex(withinReach);

/** A moment, ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true }).regex(withinReach);

/** Signs that nobody sees: they turn the reading order, or make a text of nothing look written. */
const unseen = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** A run of marks on one letter that no language has; putting thousands in order would stop the process. */
const heapOfMarks = /\p{M}{31}/u;

/** Text as it came, bounded before any work is done with it: `max` characters may have come as four times as many. */
const raw = (max: number) =>
  z.string().check((context) => {
    const text = context.value;
    if (text.length > max * 4) {
      context.issues.push({ code: 'too_big', origin: 'string', maximum: max, input: text });
    } else if (heapOfMarks.test(text)) {
      context.issues.push({ code: 'invalid_format', format: 'text', input: text });
    }
  });

/** One form for each text: composed letters, no half characters, nothing unseen. */
const wellFormed = (text: string): string =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
    .replace(unseen, '');

/** A text of one line: trimmed, inner white space folded, no control characters. */
export const line = (min: number, max: number) =>
  raw(max)
    .transform((text) =>
      wellFormed(text)
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(min).max(max));

/** The longest name of a file, in characters. */
const fileNameMaximum = 200;

/** As much of a file's name as it may have, with its ending. */
const shortened = (name: string): string => {
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, Math.min(name.length, fileNameMaximum) - ending.length).trimEnd()}${ending}`;
};

/**
 * The name of a file as it can be kept anywhere: no path, no control or direction characters, none that a file system
 * forbids, no dots or spaces at its ends, not longer than 200 characters.
 */
export const fileName = raw(2000)
  .transform((text) =>
    shortened(
      wellFormed(text)
        .replace(/^.*[/\\]/su, '')
        .replace(/[\p{Cc}\p{Cf}]/gu, '')
        .replace(/[<>:"|?*]/g, '_')
        .replace(/\s+/gu, ' ')
        .replace(/^[. ]+|[. ]+$/gu, ''),
    ),
  )
  .pipe(z.string().min(1).max(fileNameMaximum));

/** A longer plain text: line ends unified, trimmed at the end, no control characters but line ends and tabs. */
export const prose = (min: number, max: number) =>
  raw(max)
    .transform((text) =>
      wellFormed(text)
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(z.string().min(min).max(max));

/** A text that is published in both languages; English may still be missing. */
export const localized = z.object({ pl: z.string(), en: z.string().nullable() });
export type Localized = z.infer<typeof localized>;

/** An opaque place in a list, as `next` of the page before gave it. */
export const cursor = z.string().min(1).max(2000).optional();

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

/** As which file a table is wanted. */
export const tableFormat = z.enum(['csv', 'xlsx']).default('csv');
