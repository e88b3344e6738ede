import type PDFKit from 'pdfkit';

declare global {
  namespace PDFKit.Mixins {
    // What the package knows and its types do not.
    interface StructureElementOptions {
      scope?: 'Row' | 'Column';
    }
  }
}

/** A document that is being drawn. */
export interface Sheet {
  readonly pdf: InstanceType<typeof PDFKit>;
  /** What everything that is read aloud hangs on. */
  readonly root: ReturnType<InstanceType<typeof PDFKit>['struct']>;
  /** Between the margins, in points. */
  readonly width: number;
}

/** The margins, in points. */
export const inset = { top: 56, bottom: 64, side: 56 } as const;

/** In points. */
export const fontSize = { h1: 19, h2: 14, h3: 11.5, lead: 12, text: 10, small: 8.5 } as const;

export const ink = '#0c2530';
export const soft = '#4a5f69';
export const line = '#b9c6cc';

/** Where the text of a page ends, from above, in points. */
export const bottomOf = (pdf: Sheet['pdf']): number => pdf.page.height - inset.bottom;

/** Goes on to the next page where less than this is left of the present one. Gives whether it did. */
export const room = ({ pdf }: Sheet, height: number): boolean => {
  if (pdf.y + height <= bottomOf(pdf)) return false;
  pdf.addPage();
  return true;
};

/** Signs that no font draws and a reader stumbles over become spaces; line breaks stay. */
export const printable = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, ' ');
