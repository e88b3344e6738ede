import { inLanguage, type EventKind, type EventView, type Language } from '@blizej/contracts';
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
    milestone: typeof facts.milestone === 'object' ? inLanguage(facts.milestone, language) : facts.milestone,
    indicator: facts.indicator && inLanguage(facts.indicator, language),
    card: facts.card && inLanguage(facts.card, language),
    ballot: facts.ballot && inLanguage(facts.ballot, language),
    meeting: facts.meeting && inLanguage(facts.meeting, language),
    item: facts.item && inLanguage(facts.item, language),
    programme: facts.programme && inLanguage(facts.programme, language),
    call: facts.call && inLanguage(facts.call, language),
    former: day(facts.former),
    position: facts.position && inLanguage(facts.position, language),
    dueOn: day(facts.dueOn),
    since: day(facts.since),
    until: day(facts.until),
    office: facts.office && mailWords(language, `office.${facts.office}`),
    perInhabitant: facts.perInhabitant !== undefined && money.format(facts.perInhabitant / 100),
    person: personName || unnamed(language),
  });
};

/** The facts that name where an event has happened, beyond networks and tasks: the first that it has counts. */
const placesByFact = [
  ['ballotId', '/app/glosowania/'],
  ['ideaId', '/app/pomysly/'],
  ['meetingId', '/app/zebrania/'],
  ['positionId', '/app/stanowiska/'],
  ['callId', '/app/nabory/'],
  ['initiativeId', '/app/inicjatywy/'],
  ['partnerId', '/app/partnerzy/'],
  ['cardId', '/app/partnerzy/karty/'],
] as const;

/** Kinds that ask for a vote: whoever is asked gets there by one press. */
const asksForVote: readonly EventKind[] = ['ballot.opened', 'ballot.reminded'];

/** Where in the portal a thing stands. */
export const placeOf = ({
  kind,
  taskId,
  networkId,
  facts,
}: Pick<EventView, 'kind' | 'taskId' | 'networkId' | 'facts'>): string => {
  if (taskId) return `/app/zadania/${taskId}`;
  if (networkId) return `/app/sieci/${networkId}`;
  if (facts.balanceOf) return `/app/gminy/${facts.balanceOf}/bilans?rok=${facts.year}`;
  const [fact, place] = placesByFact.find(([name]) => facts[name] !== undefined) ?? [];
  if (!fact) return '/app/skrzynka';
  const part = asksForVote.includes(kind) ? '/glos?z=list' : kind.startsWith('budget.') ? '/budzet' : '';
  return `${place}${facts[fact]}${part}`;
};
