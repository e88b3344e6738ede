import type { EventFacts, EventKind } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { NewEvent } from '../../kernel/work.ts';
import type { LockedPosition } from './positions.store.ts';

type PositionEvent = Extract<EventKind, `position.${string}`>;

/** What of each event is beyond the position that it names. */
type More<K extends PositionEvent> = Omit<EventFacts<K>, 'position' | 'positionId'>;

/** Something that happened to a position. `actor` is null where the clock did it. The rapporteur is the person concerned. */
export const positionEvent = <K extends PositionEvent>(
  kind: K,
  actor: Actor | null,
  { id, titlePl, titleEn, rapporteurId }: Pick<LockedPosition, 'id' | 'titlePl' | 'titleEn' | 'rapporteurId'>,
  more: More<K>,
): NewEvent<K> => ({
  kind,
  facts: { position: { pl: titlePl, en: titleEn }, positionId: id, ...more } as unknown as EventFacts<K>,
  actingFor: (actor && mainOffice(actor)?.organizationId) ?? null,
  personId: rapporteurId,
});
