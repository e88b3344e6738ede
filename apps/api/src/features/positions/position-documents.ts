import {
  inLanguage,
  type Language,
  type Localized,
  type Paragraph,
  type PositionView,
  type RegisteredPositionView,
} from '@blizej/contracts';
import type { PdfBlock, PdfDocument, PdfRun } from '../../platform/pdf/pdf-document.ts';
import { positionWords } from '../../platform/mail/words.ts';
import { comparedWords } from './text-comparison.ts';

export interface PrintedPosition {
  readonly title: Localized;
  readonly nature: PositionView['nature'];
  readonly decision: PositionView['decision'];
  /** The version of a text that is not adopted yet. */
  readonly textNumber: number | null;
  readonly paragraphs: readonly Paragraph[];
  readonly addressees: readonly string[];
  readonly dissents: readonly { readonly organization: string; readonly text: Localized }[];
  readonly signatures: readonly string[];
}

/** A position as those who work with it print it. */
export const printedOf = (view: PositionView): PrintedPosition => ({
  title: view.title,
  nature: view.nature,
  decision: view.decision,
  textNumber: view.decision ? null : view.text.number,
  paragraphs: view.text.paragraphs,
  addressees: view.addressees.map(({ name }) => name),
  dissents: view.dissents.map(({ organization, text }) => ({ organization: organization.name, text })),
  signatures: view.signatures.map(({ organization }) => organization.name),
});

/** The same for a position of the public register. */
export const printedRegistered = (view: RegisteredPositionView): PrintedPosition => ({ ...view, textNumber: null });

const dayIn = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'pl' ? 'pl-PL' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const section = (text: string, ...blocks: PdfBlock[]): PdfBlock[] => [{ kind: 'heading', level: 2, text }, ...blocks];

/** The position as a document: its number, its words, to whom it goes, and who thinks otherwise. */
export const positionDocument = (
  position: PrintedPosition,
  language: Language,
  association: Localized,
): PdfDocument => {
  const say = (key: string, values?: Record<string, unknown>): string => positionWords(language, key, values);
  const text = (words: Localized): string => inLanguage(words, language);
  const { decision, nature, addressees, dissents, signatures, paragraphs, textNumber } = position;
  const title = text(position.title);
  const author = text(association);
  return {
    title,
    language,
    author,
    footer: [author, decision && say('number', { ...decision })].filter(Boolean).join(' · '),
    blocks: [
      {
        kind: 'paragraph',
        look: 'note',
        text: decision ? say('number', { ...decision }) : say('draft', { number: textNumber }),
      },
      { kind: 'heading', level: 1, text: title },
      ...(decision
        ? [
            {
              kind: 'paragraph',
              look: 'note',
              text: [
                say(`nature.${nature}`),
                say('adoptedOn', { day: dayIn(decision.on, language) }),
                say(`by.${decision.by}`),
              ].join('\n'),
            } as const,
          ]
        : []),
      ...paragraphs.map(({ pl, en }): PdfBlock => ({ kind: 'paragraph', text: text({ pl, en }) })),
      ...(addressees.length > 0 ? section(say('addressees'), { kind: 'list', items: addressees }) : []),
      ...(dissents.length > 0
        ? section(
            say('dissents'),
            ...dissents.flatMap(({ organization, text: words }): PdfBlock[] => [
              { kind: 'heading', level: 3, text: organization },
              { kind: 'paragraph', text: text(words) },
            ]),
          )
        : []),
      ...(signatures.length > 0
        ? section(
            say('approvals'),
            { kind: 'paragraph', look: 'note', text: say('approvalsWhat') },
            { kind: 'list', items: signatures },
          )
        : []),
    ],
  };
};

const runs = (before: string, after: string): PdfRun[] =>
  comparedWords(before, after).map(({ kind, text }) =>
    kind === 'SAME' ? { text } : { text, change: kind === 'ADDED' ? 'added' : 'removed' },
  );

/** The record of amendments: what each gmina wanted changed, why, and what became of it. */
export const amendmentsDocument = (view: PositionView, language: Language, association: Localized): PdfDocument => {
  const say = (key: string, values?: Record<string, unknown>): string => positionWords(language, key, values);
  const text = (words: Localized): string => inLanguage(words, language);
  const author = text(association);
  const title = say('amendmentsOf', { title: text(view.title) });
  const { amendments } = view;
  const inState = (state: string): number => amendments.filter((one) => one.state === state).length;
  const place = (paragraphId: string): string => {
    const at = view.text.paragraphs.findIndex(({ id }) => id === paragraphId);
    return at < 0 ? say('gone') : say('paragraph', { number: at + 1 });
  };
  return {
    title,
    language,
    author,
    footer: author,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'paragraph',
        look: 'lead',
        text:
          amendments.length === 0
            ? say('amendmentsNone')
            : say('count', { all: amendments.length, accepted: inState('ACCEPTED'), rejected: inState('REJECTED') }),
      },
      ...amendments.flatMap((amendment, at): PdfBlock[] => {
        const { organization, kind, paragraphId, before, pl, en, reason, state, decision } = amendment;
        const former = kind === 'ADD_AFTER' || !before ? '' : text(before);
        const words = kind === 'DELETE' || pl === null ? '' : text({ pl, en });
        return [
          {
            kind: 'heading',
            level: 2,
            text: `${at + 1}. ${organization.name}: ${place(paragraphId)}, ${say(`amendmentKind.${kind}`)}`,
          },
          { kind: 'paragraph', text: runs(former, words) },
          { kind: 'paragraph', text: say('reason', { reason }) },
          {
            kind: 'paragraph',
            text: [
              {
                bold: true,
                text: decision
                  ? say('decision', { state: say(`state.${state}`), reason: decision.reason })
                  : say(`state.${state}`),
              },
            ],
          },
        ];
      }),
    ],
  };
};
