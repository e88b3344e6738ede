import type { Language } from '@blizej/contracts';

/** A stretch of a paragraph. */
export interface PdfRun {
  readonly text: string;
  readonly bold?: boolean;
  /** As a change of a text: `added` is underlined, `removed` is struck through; never told by colour alone. */
  readonly change?: 'added' | 'removed';
}

export interface PdfColumn {
  readonly title: string;
  /** `right` for figures. */
  readonly align?: 'left' | 'right';
  /** How much of the width it takes beside the others; 1 where it is not said. */
  readonly share?: number;
}

export interface PdfTable {
  readonly kind: 'table';
  /** What the table tells: read aloud before it. */
  readonly caption: string;
  /** The first column names its rows. */
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Whether the last row is the sum of those above. */
  readonly hasTotal?: boolean;
}

/** A part of a document, in the order of reading; `language` where it is another than the document's. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly language?: Language }
  /** Its lines may be broken by `\n`. `note` is small and soft. */
  | {
      readonly kind: 'paragraph';
      readonly text: string | readonly PdfRun[];
      readonly look?: 'lead' | 'note';
      readonly language?: Language;
    }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly ordered?: boolean }
  /** Names and what they stand for. */
  | { readonly kind: 'facts'; readonly caption: string; readonly rows: readonly (readonly [string, string])[] }
  | PdfTable
  | { readonly kind: 'page-break' };

export interface PdfDocument {
  readonly title: string;
  readonly language: Language;
  /** Who gives it out. */
  readonly author?: string;
  /** At the foot of every page, before the number of the page. */
  readonly footer?: string;
  /** The day of which it says that it was made; now where it is not said. */
  readonly madeAt?: Date;
  readonly blocks: readonly PdfBlock[];
}
