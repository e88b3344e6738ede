import { inLanguage, shareOf, type AgendaItemView, type Language, type MeetingView } from '@blizej/contracts';
import { exportWords } from '../../platform/mail/words.ts';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.ts';

/** Whose minutes they are, and by which clock. */
export interface Minutes {
  readonly meeting: MeetingView;
  readonly timeZone: string;
}

/** The minutes of a closed General Assembly: when and where, who was there, and item by item what was decided. */
export function minutesOf({ meeting, timeZone }: Minutes, language: Language): PdfDocument {
  const say = (key: string, values: Record<string, unknown> = {}): string =>
    exportWords(language, `minutes.${key}`, values);
  const vote = (key: string): string => exportWords(language, `protocol.${key}`);
  const locale = language === 'pl' ? 'pl-PL' : 'en-GB';
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const numbers = new Intl.NumberFormat(locale);
  const at = (moment: string | null): string => (moment === null ? '' : moments.format(new Date(moment)));
  const hour = (moment: string | null): string => (moment === null ? '' : clock.format(new Date(moment)));
  const title = inLanguage(meeting.title, language);

  const decided = ({ ballot }: AgendaItemView): PdfBlock[] => {
    if (!ballot) return [{ kind: 'paragraph', text: say('noVote') }];
    const { question, outcome, count, turnout } = ballot;
    const all = turnout?.electorate ?? 0;
    const counts: [string, number][] = count
      ? [
          ['choice.FOR', count.for],
          ['choice.AGAINST', count.against],
          ['choice.ABSTAIN', count.abstain],
          ['silent', all - count.for - count.against - count.abstain],
        ]
      : [];
    return [
      { kind: 'paragraph', text: inLanguage(question, language) },
      {
        kind: 'table',
        caption: `${vote('result')}: ${outcome ? vote(`outcomes.${outcome}`) : ''}`,
        columns: [
          { title: vote('vote'), share: 3 },
          { title: vote('gminas'), align: 'right' },
          { title: vote('share'), align: 'right' },
        ],
        rows: [
          ...counts.map(([key, number]) => [vote(key), String(number), `${numbers.format(shareOf(number, all))}%`]),
          [vote('electorate'), String(all), '100%'],
        ],
        hasTotal: true,
      },
    ];
  };
  const item = (one: AgendaItemView, place: number): PdfBlock[] => [
    { kind: 'heading', level: 3, text: say('item', { number: place + 1, item: inLanguage(one.title, language) }) },
    ...(one.position
      ? [{ kind: 'paragraph', text: say('position', { title: inLanguage(one.position.title, language) }) } as const]
      : []),
    ...one.withdrawn.map(({ reason }) => ({ kind: 'paragraph', text: say('withdrawn', { reason }) }) as const),
    ...decided(one),
  ];

  const { place, openedAt, closedAt, presenceQuorum, quorumNeeded, presences, agenda } = meeting;
  const came = presences.filter(({ arrivedAt }) => arrivedAt !== null);
  return {
    title: `${say('title')}: ${title}`,
    language,
    footer: title,
    blocks: [
      { kind: 'heading', level: 1, text: say('title') },
      { kind: 'paragraph', look: 'lead', text: title },
      {
        kind: 'facts',
        caption: say('about'),
        rows: [
          [say('place'), place],
          [say('opened'), at(openedAt)],
          [say('closed'), at(closedAt)],
          [say('quorum'), vote(`quorums.${presenceQuorum}`)],
          [say('needed'), String(quorumNeeded ?? '')],
          [say('came'), say('cameOf', { came: came.length, members: presences.length })],
        ],
      },
      { kind: 'heading', level: 2, text: say('presence') },
      {
        kind: 'table',
        caption: say('presence'),
        columns: [
          { title: vote('gmina'), share: 2 },
          { title: say('by'), share: 2 },
          { title: say('from') },
          { title: say('until') },
        ],
        rows: presences.map(({ organization, office, arrivedAt, leftAt }) => [
          organization.name,
          office === null ? say('absent') : vote(`office.${office}`),
          hour(arrivedAt),
          hour(arrivedAt && (leftAt ?? closedAt)),
        ]),
      },
      { kind: 'heading', level: 2, text: say('agenda') },
      ...agenda.flatMap(item),
      { kind: 'paragraph', look: 'note', text: say('ballots') },
    ],
  };
}
