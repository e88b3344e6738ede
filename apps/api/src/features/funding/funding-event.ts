import type { EventFacts, EventKind, Localized } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { NewEvent } from '../../kernel/work.ts';

type CallEvent = Extract<EventKind, `call.${string}`>;

/** What of each event is beyond the call that it names. */
type More<K extends CallEvent> = Omit<EventFacts<K>, 'call' | 'callId'>;

/** Something that happened with a call; the portal itself has no office. */
export const callEvent = <K extends CallEvent>(
  kind: K,
  actor: Actor | null,
  call: { readonly id: string; readonly title: Localized },
  more: More<K>,
): NewEvent<K> => ({
  kind,
  facts: { call: call.title, callId: call.id, ...more } as unknown as EventFacts<K>,
  actingFor: (actor && mainOffice(actor)?.organizationId) ?? null,
});

/** A text in both languages as it is written. */
export const localizedOf = (pl: string, en: string | undefined): Localized => ({ pl, en: en ?? null });
