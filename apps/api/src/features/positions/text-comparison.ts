import type { ComparedParagraph, ComparedPiece, Paragraph } from '@blizej/contracts';
import { diffWordsWithSpace, wordsWithSpaceDiff } from 'diff';

/** Beyond so many words that went or came, what differs is not worth the time in which nobody else is served. */
const editsAtMost = 200;

/** What may still be looked for among texts that are shown together; it grows with the square of the words that went or came. */
export interface Room {
  left: number;
}

/**
 * The room for all that one answer compares: twenty paragraphs that are shuffled whole, some 60 ms; or all that a text can have,
 * each with eighty words that differ.
 */
export const roomToCompare = (): Room => ({ left: 20 * editsAtMost ** 2 });

/** So many words went or came at least: those that the other text has not as often, wherever they stand. */
function editsAtLeast(before: string, after: string): number {
  const more = new Map<string, number>();
  for (const word of wordsWithSpaceDiff.tokenize(before)) more.set(word, (more.get(word) ?? 0) + 1);
  for (const word of wordsWithSpaceDiff.tokenize(after)) more.set(word, (more.get(word) ?? 0) - 1);
  return [...more.values()].reduce((edits, difference) => edits + Math.abs(difference), 0);
}

/** What differs between two texts word by word, where that is not too much, nor more than there is room for. */
function wordDifferences(before: string, after: string, room: Room) {
  // What is new or gone altogether is nothing to look for: it takes no room from what has changed.
  if (before === '' || after === '') return undefined;
  const most = Math.min(editsAtMost, Math.floor(Math.sqrt(room.left)));
  if (editsAtLeast(before, after) > most) return undefined;
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: most });
  const edits = pieces?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) ?? most;
  room.left -= edits ** 2;
  return pieces;
}

/**
 * The words of two texts in one row: what stays, what went, what came. Of texts that have too little in common the one went
 * whole, and the other came.
 * @param room what is left of it for texts that are shown together
 */
export const comparedWords = (before: string, after: string, room = roomToCompare()): ComparedPiece[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'SAME', text: before }];
  const pieces = wordDifferences(before, after, room) ?? [
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
export const comparedParagraphs = (
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  room = roomToCompare(),
): ComparedParagraph[] => {
  const kept = new Set(after.map(({ id }) => id));
  const compared = (id: string, from: Paragraph | undefined, to: Paragraph | undefined): ComparedParagraph => {
    const pl = comparedWords(from?.pl ?? '', to?.pl ?? '', room);
    const en = comparedWords(from?.en ?? '', to?.en ?? '', room);
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
