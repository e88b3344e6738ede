import type { EventFacts, EventKind } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { NewEvent } from '../../kernel/work.ts';
import type { LockedBallot } from './ballots.store.ts';

type BallotEvent = Extract<EventKind, `ballot.${string}`>;

/** What of each event is beyond the ballot that it names. */
type More<K extends BallotEvent> = Omit<EventFacts<K>, 'ballot' | 'ballotId'>;

/** Something that happened to a ballot. `actor` is null where the clock did it. */
export const ballotEvent = <K extends BallotEvent>(
  kind: K,
  actor: Actor | null,
  { id, titlePl, titleEn }: Pick<LockedBallot, 'id' | 'titlePl' | 'titleEn'>,
  more: More<K>,
): NewEvent<K> => ({
  kind,
  facts: { ballot: { pl: titlePl, en: titleEn }, ballotId: id, ...more } as unknown as EventFacts<K>,
  actingFor: (actor && mainOffice(actor)?.organizationId) ?? null,
});
