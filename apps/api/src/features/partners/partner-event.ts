import type { EventFacts, EventKind, Localized } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { NewEvent } from '../../kernel/work.ts';

type PartnerEvent = Extract<EventKind, `partner.${string}`>;
type CardEvent = Extract<EventKind, `card.${string}`>;

/** For whom the actor acts: where something is noted, it is noted for them. */
export const actingForId = (actor: Actor): string => mainOffice(actor)?.organizationId ?? '';

/** Something that happened with a partner; the partner is the organization that it names. */
export const partnerEvent = <K extends PartnerEvent>(
  kind: K,
  actor: Actor,
  { id, name }: { readonly id: string; readonly name: string },
  more: Omit<EventFacts<K>, 'partner' | 'partnerId'>,
): NewEvent<K> => ({
  kind,
  facts: { partner: name, partnerId: id, ...more } as unknown as EventFacts<K>,
  actingFor: actingForId(actor),
  organizationId: id,
});

/** Something that happened with a card. */
export const cardEvent = <K extends CardEvent>(
  kind: K,
  actor: Actor,
  { id, title, ownerId }: { readonly id: string; readonly title: Localized; readonly ownerId: string },
): NewEvent<K> => ({
  kind,
  facts: { card: title, cardId: id } as unknown as EventFacts<K>,
  actingFor: actingForId(actor),
  organizationIds: [ownerId],
});
