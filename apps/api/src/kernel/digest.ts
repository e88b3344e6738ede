import type { Language } from '@blizej/contracts';
import type { Work } from './work.ts';

/** A part of a letter: what it is about, and a line for each thing. */
export interface DigestSection {
  readonly title: string;
  readonly items: readonly {
    readonly text: string;
    /** What is said beside it, e.g. how late it is. */
    readonly note?: string;
    /** Where it stands in the portal: a path. */
    readonly path: string;
  }[];
}

/** Whose letter of which day. */
export interface DigestReader {
  readonly personId: string;
  readonly language: Language;
  /** `YYYY-MM-DD` in the association's time zone. */
  readonly day: string;
}

/**
 * A kind of thing of which people are told by the one letter a day. Each feature tells of its own; the root puts them
 * together (digest.ts), so that nobody gets two letters on a day.
 */
export interface DigestPart {
  /** Notes who is to be told of what today, of those who had no letter yet, and gives their ids. What is noted already is not noted twice. */
  note(work: Work): Promise<readonly string[]>;
  /** What the letter says of it, as things stand when it is written; undefined where nothing is left to say. */
  section(work: Work, reader: DigestReader): Promise<DigestSection | undefined>;
}
