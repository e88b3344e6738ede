import type { EventFacts, EventKind } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { Audience, NewEvent, Work } from '../../kernel/work.ts';
import { peopleOf, type LockedIdea } from './ideas.store.ts';

type IdeaEvent = Extract<EventKind, `idea.${string}`>;

/** What of each event is beyond the idea that it names. */
type More<K extends IdeaEvent> = Omit<EventFacts<K>, 'idea' | 'ideaId'>;

/** Something that happened with an idea; `actor` is null where the portal itself did it. */
export const ideaEvent = <K extends IdeaEvent>(
  kind: K,
  actor: Actor | null,
  { id, title, organizationId }: Pick<LockedIdea, 'id' | 'title' | 'organizationId'>,
  more: More<K>,
): NewEvent<K> => ({
  kind,
  facts: { idea: title, ideaId: id, ...more } as unknown as EventFacts<K>,
  actingFor: actor && (mainOffice(actor)?.organizationId ?? null),
  organizationId,
});

/** The author, whoever follows, and the gmina's liaison officer. */
export async function everybodyConcerned(
  work: Work,
  { id, organizationId }: Pick<LockedIdea, 'id' | 'organizationId'>,
): Promise<Audience[]> {
  const people = await peopleOf(work, id);
  return [
    ...people.map((person) => ({ person, reason: 'INFORMED' }) as const),
    { organizations: [organizationId], offices: ['COORDINATOR'], reason: 'INFORMED' },
  ];
}
