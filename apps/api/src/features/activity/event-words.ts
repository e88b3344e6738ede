import { inLanguage, type EventView, type Language } from '@blizej/contracts';
import { eventSentence, mailWords, unnamed } from '../../platform/mail/words.ts';

const locales: Record<Language, string> = { pl: 'pl-PL', en: 'en-GB' };

/** What happened, as a sentence in the reader's language: where no browser words it. */
export const sentenceOf = (
  { kind, facts, personName }: Pick<EventView, 'kind' | 'facts'> & { readonly personName: string | null },
  language: Language,
): string => {
  const dayFormat = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
  const day = (value: string | undefined) => value && dayFormat.format(new Date(`${value}T00:00:00Z`));
  const money = new Intl.NumberFormat(locales[language], { style: 'currency', currency: 'PLN' });
  return eventSentence(language, kind, {
    ...facts,
    network: facts.network && inLanguage(facts.network, language),
    provider: facts.provider && inLanguage(facts.provider, language),
    initiative: facts.initiative && inLanguage(facts.initiative, language),
    indicator: facts.indicator && inLanguage(facts.indicator, language),
    ballot: facts.ballot && inLanguage(facts.ballot, language),
    position: facts.position && inLanguage(facts.position, language),
    dueOn: day(facts.dueOn),
    since: day(facts.since),
    until: day(facts.until),
    office: facts.office && mailWords(language, `office.${facts.office}`),
    perInhabitant: facts.perInhabitant !== undefined && money.format(facts.perInhabitant / 100),
    person: personName || unnamed(language),
  });
};

/** Where in the portal a thing stands. */
export const placeOf = ({ taskId, networkId, facts }: Pick<EventView, 'taskId' | 'networkId' | 'facts'>): string =>
  taskId
    ? `/app/zadania/${taskId}`
    : networkId
      ? `/app/sieci/${networkId}`
      : facts.ballotId
        ? `/app/glosowania/${facts.ballotId}`
        : facts.initiativeId
          ? `/app/inicjatywy/${facts.initiativeId}`
          : facts.positionId
            ? `/app/stanowiska/${facts.positionId}`
            : '/app/skrzynka';
