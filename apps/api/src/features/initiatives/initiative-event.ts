import type { EventFacts, EventKind } from '@blizej/contracts';
import { leadingOffices, mainOffice, workingOffices, type Actor } from '../../kernel/actor.ts';
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

/** Those who take part and whoever has proposed it, by the people who do its work, and those who follow it. */
export async function everybodyConcerned(work: Work, initiativeId: string): Promise<Audience[]> {
  const { organizations, people } = await concernedBy(work, initiativeId);
  return [
    { organizations, offices: workingOffices, reason: 'INFORMED' },
    ...people.map((person) => ({ person, reason: 'INFORMED' }) as const),
  ];
}

/** The same for a result: it is told upstream too, to the network out of whose work the initiative came. */
export async function everybodyUpstream(
  work: Work,
  { id, networkId }: Pick<LockedInitiative, 'id' | 'networkId'>,
): Promise<Audience[]> {
  const concerned = await everybodyConcerned(work, id);
  if (networkId === null) return concerned;
  return [...concerned, { membersOf: networkId, offices: leadingOffices, reason: 'INFORMED' }];
}
