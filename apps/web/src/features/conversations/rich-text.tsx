import type { CommentView, RichBlock, RichPiece, RichText } from '@blizej/contracts';
import { Fragment, type ReactNode } from 'react';
import { useLocalized } from '../../lib/i18n.ts';
import { usePersonName } from '../../lib/person-name.ts';

type Mentioned = CommentView['mentioned'];

/** What those whom a text mentions are called in the reader's language. */
export const useMentionedName = (mentioned: Mentioned): ((id: string) => string) => {
  const localized = useLocalized();
  const named = usePersonName();
  return (id) => {
    const found = mentioned.find((one) => one.id === id);
    return named(found ? localized(found.name) : '');
  };
};

interface PiecesProps {
  readonly pieces: readonly RichPiece[] | undefined;
  readonly nameOf: (id: string) => string;
}

const Pieces = ({ pieces = [], nameOf }: PiecesProps) =>
  pieces.map((piece, at) => {
    // A text does not change under its reader: the place is what a piece is known by.
    const key = at;
    if (piece.type === 'hardBreak') return <br key={key} />;
    if (piece.type === 'mention')
      return (
        <span key={key} className="font-semibold text-sea">
          {['@', nameOf(piece.attrs.id)].join('')}
        </span>
      );
    let shown: ReactNode = piece.text;
    for (const mark of piece.marks ?? []) {
      if (mark.type === 'bold') shown = <strong>{shown}</strong>;
      else if (mark.type === 'italic') shown = <em>{shown}</em>;
      else
        shown = (
          <a href={mark.attrs.href} rel="noreferrer nofollow" className="text-sea underline underline-offset-4">
            {shown}
          </a>
        );
    }
    return <Fragment key={key}>{shown}</Fragment>;
  });

const Block = ({ block, nameOf }: { readonly block: RichBlock; readonly nameOf: (id: string) => string }) => {
  if (block.type === 'paragraph')
    return (
      <p>
        <Pieces pieces={block.content} nameOf={nameOf} />
      </p>
    );
  const items = block.content.map((item, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- as above
    <li key={at}>
      <Pieces pieces={item.content[0]?.content} nameOf={nameOf} />
    </li>
  ));
  return block.type === 'bulletList' ? (
    <ul className="list-disc ps-6">{items}</ul>
  ) : (
    <ol className="list-decimal ps-6">{items}</ol>
  );
};

/** What somebody wrote, drawn by us: nothing of it is ever taken for HTML. */
export const RichTextView = ({ text, mentioned }: { readonly text: RichText; readonly mentioned: Mentioned }) => {
  const nameOf = useMentionedName(mentioned);
  return (
    <div className="flex max-w-prose flex-col gap-2 wrap-anywhere whitespace-pre-wrap">
      {text.content.map((block, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- as above
        <Block key={at} block={block} nameOf={nameOf} />
      ))}
    </div>
  );
};
