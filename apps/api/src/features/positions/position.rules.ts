import type { AmendmentKind, Issue, Paragraph } from '@blizej/contracts';
import { isFar } from '../../kernel/moments.ts';
import { bodyIssue } from '../../kernel/problems.ts';

/** How many of the member gminas have to endorse a position before it goes to the vote; whole gminas, never a part of one. */
export const endorsementsNeeded = (threshold: number, members: number): number =>
  Math.ceil((threshold * members) / 100);

/** How many endorsements are missing. */
export const endorsementsMissing = (threshold: number, members: number, endorsing: number): number =>
  Math.max(0, endorsementsNeeded(threshold, members) - endorsing);

interface Words {
  readonly pl: string | null;
  readonly en: string | null;
}

/** Words that replace others, or come after them. */
export interface ProposedWords extends Words {
  readonly paragraphId: string;
  readonly kind: AmendmentKind;
}

const paragraphIn = (paragraphs: readonly Paragraph[], id: string): Paragraph | undefined =>
  paragraphs.find((one) => one.id === id);

/** The place of a paragraph in a text, counted from 1; 0 where it is not there. */
export const placeOf = (paragraphs: readonly Paragraph[], id: string): number =>
  paragraphs.findIndex((one) => one.id === id) + 1;

/** Whether the words that an amendment speaks of are others by now. One that adds after a paragraph needs it only to be there. */
export const isOutdated = (
  { paragraphId, kind }: Pick<ProposedWords, 'paragraphId' | 'kind'>,
  writtenOn: Pick<Paragraph, 'pl' | 'en'> | null,
  paragraphs: readonly Paragraph[],
): boolean => {
  const now = paragraphIn(paragraphs, paragraphId);
  if (!now || !writtenOn) return true;
  return kind !== 'ADD_AFTER' && (now.pl !== writtenOn.pl || now.en !== writtenOn.en);
};

/**
 * The text with an amendment in it. Where it changes the Polish words and says no English ones, the English of the paragraph is
 * missing from then on: it would say what was not adopted.
 */
export const merged = (
  paragraphs: readonly Paragraph[],
  { paragraphId, kind, pl, en }: ProposedWords,
  newId: string,
): Paragraph[] =>
  paragraphs.flatMap((paragraph) => {
    if (paragraph.id !== paragraphId) return [paragraph];
    if (kind === 'DELETE') return [];
    return kind === 'REPLACE'
      ? [
          {
            id: paragraph.id,
            pl: pl ?? paragraph.pl,
            en: en ?? (pl === null || pl === paragraph.pl ? paragraph.en : null),
          },
        ]
      : [paragraph, { id: newId, pl: pl ?? '', en }];
  });

/** What is wrong with an amendment on a text. */
export const amendmentIssues = (
  { paragraphId, kind, pl, en }: ProposedWords,
  paragraphs: readonly Paragraph[],
): Issue[] => {
  const paragraph = paragraphIn(paragraphs, paragraphId);
  if (!paragraph) return [bodyIssue('/paragraphId', 'unknown_paragraph')];
  if (kind === 'DELETE') {
    if (paragraphs.length === 1) return [bodyIssue('/kind', 'last_paragraph')];
    return [pl, en].some(Boolean) ? [bodyIssue('/pl', 'words_not_wanted')] : [];
  }
  if (pl === null) return [bodyIssue('/pl', 'required')];
  return kind === 'REPLACE' && pl === paragraph.pl && (en === null || en === paragraph.en)
    ? [bodyIssue('/pl', 'no_change')]
    : [];
};

interface Written {
  readonly id?: string | undefined;
  readonly pl: string;
  readonly en?: string | undefined;
}

/** Paragraphs keep the ids that the text has; a new one gets its own, and so does a copy. */
export const identified = (
  written: readonly Written[],
  former: readonly Paragraph[],
  newId: () => string,
): Paragraph[] => {
  const free = new Set(former.map(({ id }) => id));
  return written.map(({ id, pl, en }) => ({
    id: id !== undefined && free.delete(id) ? id : newId(),
    pl,
    en: en ?? null,
  }));
};

interface Text {
  readonly titlePl: string;
  readonly titleEn: string | null;
  readonly paragraphs: readonly Paragraph[];
}

/** Whether two texts are the same, to the letter. */
export const isSameText = (a: Text, b: Text): boolean =>
  JSON.stringify([a.titlePl, a.titleEn, a.paragraphs.map(({ id, pl, en }) => [id, pl, en])]) ===
  JSON.stringify([b.titlePl, b.titleEn, b.paragraphs.map(({ id, pl, en }) => [id, pl, en])]);

interface MissingEnglish {
  readonly title: boolean;
  /** By their place, counted from 1. */
  readonly paragraphs: number[];
}

/** What has no English in a text that has some. A text in Polish alone misses nothing. */
export const missingEnglish = ({ titleEn, paragraphs }: Pick<Text, 'titleEn' | 'paragraphs'>): MissingEnglish => {
  const title = titleEn === null;
  const missing = paragraphs.flatMap(({ en }, at) => (en === null ? [at + 1] : []));
  return title && missing.length === paragraphs.length
    ? { title: false, paragraphs: [] }
    : { title, paragraphs: missing };
};

const dayMs = 86_400_000;

/** A moment that is still to come and within a year, later than the former where there is one. */
export const momentIssues = (until: string, former: Date | null, now: Date): Issue[] => {
  const moment = new Date(until);
  if (moment <= now) return [bodyIssue('/until', 'already_past')];
  if (isFar(moment, now)) return [bodyIssue('/until', 'too_far')];
  return former && moment <= former ? [bodyIssue('/until', 'not_later')] : [];
};

/** A day that is set anew is still to come; one that stood before may have passed since. */
export const newDayIssues = (pointer: string, day: string | undefined, former: string | null, today: string): Issue[] =>
  day !== undefined && day !== former && day < today ? [bodyIssue(pointer, 'due_in_past')] : [];

/** How many full days gminas have to object, at least: fewer, and a weekend adopts what nobody has read. */
const silentDaysAtLeast = 3;

/** A moment until which silence may be taken for consent. */
export const silenceIssues = (until: string, now: Date): Issue[] => {
  const moment = new Date(until);
  if (moment.getTime() - now.getTime() < silentDaysAtLeast * dayMs) return [bodyIssue('/until', 'too_soon')];
  return isFar(moment, now) ? [bodyIssue('/until', 'too_far')] : [];
};

/** When gminas that are silent are reminded: two days before the consultation ends. */
export const reminderIsDue = (until: Date, remindedAt: Date | null, now: Date): boolean =>
  remindedAt === null && now < until && now.getTime() >= until.getTime() - 2 * dayMs;

/** By which rule the gminas vote on a text to which one of them has objected: that of every ballot that nobody chose otherwise. */
export const ballotAfterObjection = { quorum: 'HALF', majority: 'SIMPLE', majorityOf: 'VOTES' } as const;

/** When such a ballot closes. */
export const closeAfterObjection = (now: Date): Date => new Date(now.getTime() + 7 * dayMs);
