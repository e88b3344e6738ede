import { cardTexts, inLanguage, type CardText, type Language, type PublishedCard } from '@blizej/contracts';
import { cardWords } from '../../platform/mail/words.ts';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/pdf-document.ts';

const locales: Record<Language, string> = { pl: 'pl-PL', en: 'en-GB' };

/** What it costs in words, in the currency of the card; nothing where it does not say. */
const budgetOf = ({ budgetFrom, budgetTo, currency }: PublishedCard, language: Language): string | undefined => {
  const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency, maximumFractionDigits: 0 });
  const amount = (minor: number) => format.format(minor / 100);
  if (budgetFrom !== null && budgetTo !== null)
    return cardWords(language, 'budgetBetween', { from: amount(budgetFrom), to: amount(budgetTo) });
  if (budgetFrom !== null) return cardWords(language, 'budgetFrom', { amount: amount(budgetFrom) });
  return budgetTo === null ? undefined : cardWords(language, 'budgetTo', { amount: amount(budgetTo) });
};

/** A card that is public as a document to be sent to partners, in one language. */
export const cardDocument = (card: PublishedCard, language: Language): PdfDocument => {
  const say = (key: string, values?: Record<string, unknown>) => cardWords(language, key, values);
  const dayFormat = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  const countries = new Intl.DisplayNames([locales[language]], { type: 'region' });
  const title = inLanguage(card.title, language);
  const fact = (key: string, value: string | null | undefined): [string, string][] =>
    value ? [[say(key), value]] : [];
  const section = (key: CardText): PdfBlock[] => {
    const text = card[key][language] ?? card[key].pl;
    return text === null
      ? []
      : [
          { kind: 'heading', level: 2, text: say(key) },
          { kind: 'paragraph', text },
        ];
  };
  return {
    title,
    language,
    author: card.owner.name,
    footer: say('footer', { title }),
    blocks: [
      { kind: 'heading', level: 1, text: card.acronym ? `${title} (${card.acronym})` : title },
      { kind: 'paragraph', look: 'lead', text: card.state === 'CLOSED' ? say('closed') : say('kicker') },
      {
        kind: 'facts',
        caption: say('kicker'),
        rows: [
          ...fact('owner', card.owner.name),
          ...fact('programme', card.programme),
          ...fact('priority', card.priority),
          ...fact('budget', budgetOf(card, language)),
          ...fact('duration', card.durationMonths ? say('months', { count: card.durationMonths }) : null),
          ...fact('answerBy', card.answerBy && dayFormat.format(new Date(`${card.answerBy}T00:00:00Z`))),
        ],
      },
      ...cardTexts.filter((text) => text !== 'about').flatMap(section),
      { kind: 'heading', level: 2, text: say('sought') },
      {
        kind: 'table',
        caption: say('sought'),
        columns: [
          { title: say('soughtKind') },
          { title: say('soughtCountries') },
          { title: say('soughtBrings'), share: 2 },
        ],
        rows: card.sought.map(({ kind, countries: from, bringsPl, bringsEn }) => [
          say(`kind.${kind}`),
          from.length === 0 ? say('anywhere') : from.map((code) => countries.of(code) ?? code).join(', '),
          (language === 'en' && bringsEn) || bringsPl,
        ]),
      },
      ...section('about'),
      { kind: 'heading', level: 2, text: say('contact') },
      {
        kind: 'facts',
        caption: say('contact'),
        rows: [
          ...fact('office', card.officeName),
          ...fact('email', card.officeEmail),
          ...fact('phone', card.officePhone),
        ],
      },
    ],
  };
};
