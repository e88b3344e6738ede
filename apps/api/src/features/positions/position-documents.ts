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
import { comparedWords, roomToCompare, type Room } from './text-comparison.ts';

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
  /** Why it was written; a draft says also what it is to reach. A letter to others carries the text alone. */
  readonly background?: { readonly occasion: Localized; readonly aim: Localized | null };
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
  background: { occasion: view.occasion, aim: view.decision ? null : view.aim },
});

/** The same for a position of the public register. */
export const printedRegistered = (view: RegisteredPositionView): PrintedPosition => ({
  ...view,
  textNumber: null,
  background: { occasion: view.occasion, aim: null },
});

const dayIn = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'pl' ? 'pl-PL' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const section = (text: string, ...blocks: PdfBlock[]): PdfBlock[] => [{ kind: 'heading', level: 2, text }, ...blocks];

/** Whether an English reader meets Polish words, for want of others. */
const isPolishTo = (language: Language, { en }: Localized): boolean => language === 'en' && !en;

/** Words in the reader's language; where there are none, that they are in Polish alone, and the Polish ones as such. */
const told = (words: Localized, language: Language, of: 'text' | 'paragraph' | 'dissent' | 'background'): PdfBlock[] =>
  isPolishTo(language, words)
    ? [
        { kind: 'paragraph', look: 'note', text: positionWords(language, `polishOnly.${of}`) },
        { kind: 'paragraph', text: words.pl, language: 'pl' },
      ]
    : [{ kind: 'paragraph', text: inLanguage(words, language) }];

/** The paragraphs of a text; one that is in Polish alone says so once. */
const toldText = (paragraphs: readonly Paragraph[], language: Language): PdfBlock[] =>
  paragraphs.every((one) => isPolishTo(language, one))
    ? paragraphs.flatMap((one, at) => told(one, language, 'text').slice(at === 0 ? 0 : 1))
    : paragraphs.flatMap((one) => told(one, language, 'paragraph'));

/** The position as a document: its number, its words, to whom it goes, and who thinks otherwise. */
export const positionDocument = (
  position: PrintedPosition,
  language: Language,
  association: Localized,
): PdfDocument => {
  const say = (key: string, values?: Record<string, unknown>): string => positionWords(language, key, values);
  const text = (words: Localized): string => inLanguage(words, language);
  const { decision, nature, addressees, dissents, signatures, paragraphs, textNumber, background } = position;
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
      { kind: 'heading', level: 1, text: title, ...(isPolishTo(language, position.title) && { language: 'pl' }) },
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
      ...toldText(paragraphs, language),
      ...(addressees.length > 0 ? section(say('addressees'), { kind: 'list', items: addressees }) : []),
      ...(dissents.length > 0
        ? section(
            say('dissents'),
            ...dissents.flatMap(({ organization, text: words }): PdfBlock[] => [
              { kind: 'heading', level: 3, text: organization },
              ...told(words, language, 'dissent'),
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
      ...(background
        ? [
            ...section(
              say('occasion'),
              { kind: 'paragraph', look: 'note', text: say('background') },
              ...told(background.occasion, language, 'background'),
            ),
            ...(background.aim ? section(say('aim'), ...told(background.aim, language, 'background')) : []),
          ]
        : []),
    ],
  };
};

const runs = (before: string, after: string, room: Room): PdfRun[] =>
  comparedWords(before, after, room).map(({ kind, text }) =>
    kind === 'SAME' ? { text } : { text, change: kind === 'ADDED' ? 'added' : 'removed' },
  );

/** The record of amendments: what each gmina wanted changed, why, and what became of it. */
export const amendmentsDocument = (view: PositionView, language: Language, association: Localized): PdfDocument => {
  const say = (key: string, values?: Record<string, unknown>): string => positionWords(language, key, values);
  const text = (words: Localized): string => inLanguage(words, language);
  const author = text(association);
  const title = say('amendmentsOf', { title: text(view.title) });
  const { amendments } = view;
  const room = roomToCompare();
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
        const former = kind === 'ADD_AFTER' ? null : before;
        const words = kind === 'DELETE' || pl === null ? null : { pl, en };
        // Never the English of one against the Polish of the other.
        const isPolish = [former, words].some((one) => one !== null && isPolishTo(language, one));
        const said = (one: Localized | null): string => (one ? inLanguage(one, isPolish ? 'pl' : language) : '');
        return [
          {
            kind: 'heading',
            level: 2,
            text: `${at + 1}. ${organization.name}: ${place(paragraphId)}, ${say(`amendmentKind.${kind}`)}`,
          },
          ...(isPolish ? [{ kind: 'paragraph', look: 'note', text: say('polishOnly.amendment') } as const] : []),
          { kind: 'paragraph', text: runs(said(former), said(words), room), ...(isPolish && { language: 'pl' }) },
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
