import type { Mention, RichPiece, RichText } from './rich-text.ts';

/** All pieces of a text's lines, in their order. */
export const piecesOf = ({ content }: RichText): RichPiece[] =>
  content.flatMap((block) =>
    block.type === 'paragraph'
      ? (block.content ?? [])
      : block.content.flatMap((item) => item.content.flatMap((line) => line.content ?? [])),
  );

/** Whom a text mentions, each once. */
export const mentionsIn = (text: RichText): Mention[] => {
  const all = piecesOf(text).flatMap((one) => (one.type === 'mention' ? [one.attrs] : []));
  return all.filter((one, at) => all.findIndex((other) => other.kind === one.kind && other.id === one.id) === at);
};

/** How long a text is, in characters; a mention counts as one. */
export const lengthOf = (text: RichText): number =>
  piecesOf(text).reduce((sum, one) => sum + (one.type === 'text' ? one.text.length : 1), 0);

/** Whether a text says nothing. */
export const saysNothing = (text: RichText): boolean =>
  piecesOf(text).every((one) => (one.type === 'text' ? one.text.trim() === '' : one.type === 'hardBreak'));
