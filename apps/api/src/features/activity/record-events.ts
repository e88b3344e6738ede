import type { Announcements, Audience, NewEvent, Recorder } from '../../kernel/work.ts';
import { insertEvents, insertNotifications } from './activity.store.ts';

/**
 * The recorder of the portal: writes a work's events, then tells those whom the announcements name, all in the work's
 * own transaction.
 */
export const recorder = (announcements: Announcements): Recorder => ({
  async write(work, actor, events) {
    const ids = await insertEvents(work, actor, events);
    const audiences = events.flatMap((event, position) => {
      const announce = announcements[event.kind] as (event: NewEvent) => readonly Audience[];
      return announce(event).map((audience) => ({ eventId: ids[position] as string, by: event.by, audience }));
    });
    if (audiences.length === 0) return;
    for (const notificationId of await insertNotifications(work, actor, audiences)) {
      work.enqueue({ name: 'mail-notification', payload: { notificationId } });
    }
  },
});
