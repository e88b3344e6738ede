import type { EventFacts, EventKind } from '@blizej/contracts';
import { leadingOffices, mainOffice, type Actor } from '../../kernel/actor.ts';
import type { Audience, NewEvent, Work } from '../../kernel/work.ts';
import { concernedBy, type LockedInitiative } from './initiatives.store.ts';

type InitiativeEvent = Extract<EventKind, `initiative.${string}`>;

/** What of each event is beyond the initiative that it names. */
type More<K extends InitiativeEvent> = Omit<EventFacts<K>, 'initiative' | 'initiativeId'>;

/** Something that happened with an initiative. */
export const initiativeEvent = <K extends InitiativeEvent>(
  kind: K,
  actor: Actor,
  { id, title }: Pick<LockedInitiative, 'id' | 'title'>,
  more: More<K>,
): NewEvent<K> => ({
  kind,
  facts: { initiative: title, initiativeId: id, ...more } as unknown as EventFacts<K>,
  actingFor: mainOffice(actor)?.organizationId ?? null,
});

/** Those who take part, by the people who do its work, and those who follow it. */
export async function everybodyConcerned(work: Work, initiativeId: string): Promise<Audience[]> {
  const { organizations, people } = await concernedBy(work, initiativeId);
  return [
    { organizations, offices: [...leadingOffices, 'PARTNER_CONTACT'], reason: 'INFORMED' },
    ...people.map((person) => ({ person, reason: 'INFORMED' }) as const),
  ];
}
