import type { EventView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Moment } from '../ui/time.tsx';
import { useFormat } from './format.ts';
import { useLocalized } from './i18n.ts';
import { usePersonName } from './person-name.ts';

/** What happened, as a sentence in the reader's language. */
export const useEventSentence = (): ((event: Pick<EventView, 'kind' | 'facts' | 'person'>) => string) => {
  const { t } = useTranslation(['events', 'common']);
  const localized = useLocalized();
  const format = useFormat();
  return ({ kind, facts, person }) =>
    t(kind, {
      ...facts,
      network: facts.network && localized(facts.network),
      provider: facts.provider && localized(facts.provider),
      initiative: facts.initiative && localized(facts.initiative),
      milestone: typeof facts.milestone === 'object' ? localized(facts.milestone) : facts.milestone,
      indicator: facts.indicator && localized(facts.indicator),
      card: facts.card && localized(facts.card),
      programme: facts.programme && localized(facts.programme),
      call: facts.call && localized(facts.call),
      former: facts.former && format.day(facts.former),
      ballot: facts.ballot && localized(facts.ballot),
      meeting: facts.meeting && localized(facts.meeting),
      item: facts.item && localized(facts.item),
      position: facts.position && localized(facts.position),
      dueOn: facts.dueOn && format.shortDay(facts.dueOn),
      since: facts.since && format.day(facts.since),
      until: facts.until && format.day(facts.until),
      perInhabitant: facts.perInhabitant !== undefined && format.money(facts.perInhabitant),
      person: person?.name || t('unnamed'),
      office: facts.office && t(`common:office.${facts.office}`),
    });
};

/** The line of what happened with a thing, newest first. */
export const EventList = ({ events }: { readonly events: readonly EventView[] }) => {
  const sentence = useEventSentence();
  const named = usePersonName();
  return (
    <ol className="flex flex-col gap-4 border-s-2 border-line ps-5">
      {events.map((event) => (
        <li
          key={event.id}
          className="relative before:absolute before:-start-[1.6rem] before:top-2 before:size-2 before:rounded-round before:bg-control"
        >
          <p>{sentence(event)}</p>
          <p className="text-small text-soft">
            {event.actor && `${named(event.actor.name, event.actingFor?.name)} · `}
            <Moment at={event.occurredAt} />
          </p>
        </li>
      ))}
    </ol>
  );
};
