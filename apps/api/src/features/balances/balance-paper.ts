import { inLanguage, type BalanceView, type Language, type Localized, type ValueEntryView } from '@blizej/contracts';
import { dayIn } from '../../kernel/moments.ts';
import { exportWords, unnamed } from '../../platform/mail/words.ts';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.ts';

const locales: Record<Language, string> = { pl: 'pl-PL', en: 'en-GB' };

/** By whom the paper is given out, and when. */
export interface Imprint {
  readonly association: Localized;
  /** `YYYY-MM-DD` in the association's time zone. */
  readonly today: string;
  readonly timeZone: string;
}

const wordsIn = (language: Language, timeZone: string) => {
  const locale = locales[language];
  const dayAs = (dateStyle: 'long' | 'medium') => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
    return (value: string) => format.format(new Date(`${value}T12:00:00Z`));
  };
  const day = dayAs('long');
  const amount = (currency: string) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, useGrouping: 'always' });
  const zloty = amount('PLN');
  const euro = amount('EUR');
  const number = new Intl.NumberFormat(locale, { useGrouping: 'always', maximumFractionDigits: 4 });
  return {
    say: (key: string, values: Record<string, unknown> = {}) => exportWords(language, `balances.pdf.${key}`, values),
    kind: (kind: string) => exportWords(language, `balances.kinds.${kind}`),
    day,
    dayOf: (instant: string) => day(dayIn(new Date(instant), timeZone)),
    /** In the narrow column of a table. */
    shortDay: dayAs('medium'),
    money: (grosze: number) => zloty.format(grosze / 100),
    euro: (cents: number) => euro.format(cents / 100),
    number: (value: number) => number.format(value),
    /** A person, or what stands for one who was forgotten. */
    person: (name: string) => name || unnamed(language),
    local: (text: Localized) => inLanguage(text, language),
  };
};
type Words = ReturnType<typeof wordsIn>;

/** What an entry is, and by what its amount was reckoned. */
const described = ({ text, euro, work, corrects, initiative }: ValueEntryView, words: Words): string =>
  [
    text,
    corrects && words.say('corrects', { text: corrects.text, year: corrects.year }),
    euro &&
      words.say('euro', {
        euro: words.euro(euro.cents),
        rate: words.number(euro.rate / 10_000),
        day: words.day(euro.rateOn),
      }),
    work && words.say('work', { hours: words.number(work.minutes / 60), rate: words.money(work.hourRate) }),
    initiative && words.say('initiative', { initiative: words.local(initiative.title) }),
  ]
    .filter((part) => part !== null)
    .join('\n');

const entriesBlock = (entries: readonly ValueEntryView[], words: Words): PdfBlock =>
  entries.length === 0
    ? { kind: 'paragraph', text: words.say('none') }
    : {
        kind: 'table',
        caption: words.say('entries'),
        columns: [
          { title: words.say('what'), share: 3 },
          { title: words.say('day'), share: 1.3 },
          { title: words.say('evidence'), share: 3 },
          { title: words.say('confirmed'), share: 2.4 },
          { title: words.say('amount'), share: 2, align: 'right' },
        ],
        rows: entries.map((entry) => [
          `${words.kind(entry.kind)}: ${described(entry, words)}`,
          words.shortDay(entry.happenedOn),
          [entry.evidence, entry.evidenceUrl].filter(Boolean).join('\n'),
          words.say('by', {
            declarer: words.person(entry.declaredBy.name),
            decider: words.person(entry.decidedBy?.name ?? ''),
            day: words.dayOf(entry.decidedAt ?? entry.declaredAt),
          }),
          words.money(entry.amount),
        ]),
      };

/** A gmina's balance of a year as its council reads it: the reckoning, each entry with its evidence, and who stands by it. */
export const balancePaper = (
  balance: BalanceView,
  { association, today, timeZone }: Imprint,
  language: Language,
): PdfDocument => {
  const words = wordsIn(language, timeZone);
  const { say, money } = words;
  const { organization, year, due, dues, kinds, value, result, closed, waiting, years } = balance;
  const title = say('title', { gmina: organization.name, year });
  const known = due === null || result === null ? null : { due, result };
  const none = say('noDues');
  return {
    title,
    language,
    author: words.local(association),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'paragraph',
        look: 'lead',
        text: say('lead', { association: words.local(association), day: words.day(today) }),
      },
      {
        kind: 'paragraph',
        text:
          known && known.due > 0
            ? say('finding', { ratio: money(Math.round((value * 100) / known.due)) })
            : say('findingNoDues'),
      },
      { kind: 'paragraph', text: closed ? say('closedOn', { day: words.dayOf(closed.at) }) : say('open') },
      { kind: 'heading', level: 2, text: say('reckoning') },
      {
        kind: 'table',
        caption: say('reckoning'),
        columns: [
          { title: say('position'), share: 3 },
          { title: say('amount'), align: 'right' },
        ],
        rows: [
          [say('dues'), known ? money(-known.due) : none],
          ...kinds.map(({ kind, amount }) => [words.kind(kind), money(amount)]),
          [say('value'), money(value)],
          [say('result'), known ? money(known.result) : none],
        ],
        hasTotal: true,
      },
      {
        kind: 'paragraph',
        look: 'note',
        text: [
          known &&
            say('duesBy', {
              perInhabitant: money(dues.perInhabitant ?? 0),
              population: words.number(dues.population ?? 0),
            }),
          waiting.count > 0 && say('waiting', { count: waiting.count, amount: money(waiting.amount) }),
          say('rounding'),
        ]
          .filter(Boolean)
          .join('\n'),
      },
      { kind: 'heading', level: 2, text: say('entries') },
      entriesBlock(
        balance.entries.filter(({ state }) => state === 'CONFIRMED'),
        words,
      ),
      { kind: 'heading', level: 2, text: say('years') },
      {
        kind: 'table',
        caption: say('years'),
        columns: [
          { title: say('year') },
          { title: say('dues'), align: 'right' },
          { title: say('value'), align: 'right' },
          { title: say('result'), align: 'right', share: 1.4 },
        ],
        rows: years.map((one) => [
          String(one.year),
          one.due === null ? none : money(one.due),
          money(one.value),
          one.result === null ? none : money(one.result),
        ]),
      },
    ],
  };
};
