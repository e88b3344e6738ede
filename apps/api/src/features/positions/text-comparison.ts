import type { ComparedParagraph, ComparedPiece, Paragraph } from '@blizej/contracts';
import { diffWordsWithSpace } from 'diff';

/** Beyond so many words that went or came, what differs is not worth the time in which nobody else is served. */
const editsAtMost = 200;

/**
 * The words of two texts in one row: what stays, what went, what came. Of texts that have too little in common the one went
 * whole, and the other came.
 */
export const comparedWords = (before: string, after: string): ComparedPiece[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'SAME', text: before }];
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: editsAtMost }) ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
  return pieces
    .filter(({ value }) => value !== '')
    .map(({ value, added, removed }) => ({ kind: added ? 'ADDED' : removed ? 'REMOVED' : 'SAME', text: value }));
};

/**
 * Two versions of a text, paragraph by paragraph, in the order of the later one; a paragraph that is gone stands after the one
 * that it followed.
 */
export const comparedParagraphs = (before: readonly Paragraph[], after: readonly Paragraph[]): ComparedParagraph[] => {
  const kept = new Set(after.map(({ id }) => id));
  const compared = (id: string, from: Paragraph | undefined, to: Paragraph | undefined): ComparedParagraph => {
    const pl = comparedWords(from?.pl ?? '', to?.pl ?? '');
    const en = comparedWords(from?.en ?? '', to?.en ?? '');
    const isSame = [...pl, ...en].every(({ kind }) => kind === 'SAME');
    return { id, kind: !from ? 'ADDED' : !to ? 'REMOVED' : isSame ? 'SAME' : 'CHANGED', pl, en };
  };
  /** Those that were left out directly after a paragraph; of null: at the beginning. */
  const goneAfter = (id: string | null): ComparedParagraph[] => {
    const rest = id === null ? before : before.slice(before.findIndex((one) => one.id === id) + 1);
    const until = rest.findIndex((one) => kept.has(one.id));
    return (until < 0 ? rest : rest.slice(0, until)).map((one) => compared(one.id, one, undefined));
  };
  return [
    ...goneAfter(null),
    ...after.flatMap((paragraph) => {
      const former = before.find(({ id }) => id === paragraph.id);
      return [compared(paragraph.id, former, paragraph), ...(former ? goneAfter(paragraph.id) : [])];
    }),
  ];
};
