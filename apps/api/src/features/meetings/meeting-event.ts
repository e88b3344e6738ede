import type { EventFacts, EventKind } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../kernel/actor.ts';
import type { NewEvent } from '../../kernel/work.ts';
import type { LockedMeeting } from './meetings.store.ts';

type MeetingEvent = Extract<EventKind, `meeting.${string}`>;

/** What of each event is beyond the meeting that it names. */
type More<K extends MeetingEvent> = Omit<EventFacts<K>, 'meeting' | 'meetingId'>;

/** Something that happened to a meeting. */
export const meetingEvent = <K extends MeetingEvent>(
  kind: K,
  actor: Actor,
  { id, titlePl, titleEn }: Pick<LockedMeeting, 'id' | 'titlePl' | 'titleEn'>,
  more: More<K>,
): NewEvent<K> => ({
  kind,
  facts: { meeting: { pl: titlePl, en: titleEn }, meetingId: id, ...more } as unknown as EventFacts<K>,
  actingFor: mainOffice(actor)?.organizationId ?? null,
});
