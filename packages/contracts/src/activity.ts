import { z } from 'zod';
import { office } from './accounts.ts';
import { eventKinds } from './events.ts';
import { cursor, flag, id, instant, localized, pageOf } from './primitives.ts';
import { defineRoutes } from './route.ts';

export const eventView = z
  .object({
    id,
    kind: z.enum(eventKinds),
    occurredAt: instant,
    /** Who did it; null where the portal itself did, or the person was erased. */
    actor: z.object({ name: z.string() }).nullable(),
    /** For which organization. */
    actingFor: z.object({ id, name: z.string() }).nullable(),
    networkId: id.nullable(),
    taskId: id.nullable(),
    /** The gmina concerned. */
    organizationId: id.nullable(),
    /** The person concerned, where the kind has one; without a name once the person was erased. */
    person: z.object({ id, name: z.string() }).nullable(),
    /** What the sentence of this kind needs (see events). */
    facts: z.object({
      network: localized.optional(),
      provider: localized.optional(),
      task: z.string().optional(),
      organization: z.string().optional(),
      mandate: z.string().optional(),
      reason: z.string().optional(),
      dueOn: z.string().optional(),
      count: z.number().optional(),
      office: office.optional(),
      resolution: z.string().optional(),
      template: z.string().optional(),
      since: z.string().optional(),
      until: z.string().optional(),
      year: z.number().optional(),
      document: z.string().optional(),
      /** What the document was called before. */
      before: z.string().optional(),
      /** Of a version. */
      number: z.number().optional(),
      /** In grosze. */
      perInhabitant: z.number().optional(),
      ballot: localized.optional(),
      ballotId: id.optional(),
      /** For whom somebody acts by proxy: the organization of the holder. */
      holder: z.string().optional(),
      meeting: localized.optional(),
      meetingId: id.optional(),
      item: localized.optional(),
      initiative: localized.optional(),
      initiativeId: id.optional(),
      /** In Polish alone where it was told before milestones had English titles. */
      milestone: z.union([z.string(), localized]).optional(),
      programme: localized.optional(),
      call: localized.optional(),
      callId: id.optional(),
      former: z.string().optional(),
      need: z.string().optional(),
      indicator: localized.optional(),
      idea: z.string().optional(),
      ideaId: id.optional(),
      /** The idea into which it went. */
      into: z.string().optional(),
      /** The gmina whose balance it is, and the entry in it. */
      balanceOf: id.optional(),
      value: z.string().optional(),
      decision: z.string().optional(),
      partner: z.string().optional(),
      partnerId: id.optional(),
      card: localized.optional(),
      cardId: id.optional(),
      position: localized.optional(),
      positionId: id.optional(),
      paragraph: z.number().optional(),
      addressee: z.string().optional(),
    }),
  })
  .meta({ id: 'Event' });
export type EventView = z.infer<typeof eventView>;
export const eventPage = pageOf(eventView).meta({ id: 'EventPage' });

/** Why a person was told: something is asked of them, theirs to decide, or good to know. */
export const notificationReason = z.enum(['ASKED', 'DECIDE', 'INFORMED']);
export type NotificationReason = z.infer<typeof notificationReason>;

export const notificationView = z
  .object({ id, reason: notificationReason, readAt: instant.nullable(), event: eventView })
  .meta({ id: 'Notification' });
export type NotificationView = z.infer<typeof notificationView>;
export const notificationPage = pageOf(notificationView).meta({ id: 'NotificationPage' });

/** How many notifications are unread; counting stops at 100 ("99+"). */
export const unreadView = z.object({ unread: z.int().max(100) }).meta({ id: 'Unread' });

export const activityRoutes = defineRoutes({
  listNotifications: {
    method: 'GET',
    path: '/api/notifications',
    access: 'signed-in',
    summary: 'The inbox of the signed-in person, newest first.',
    query: z.strictObject({ unread: flag.optional(), cursor }),
    response: notificationPage,
  },
  markNotification: {
    method: 'PUT',
    path: '/api/notifications/:id',
    access: 'signed-in',
    summary: 'Marks a notification as read or unread.',
    params: z.strictObject({ id }),
    body: z.strictObject({ read: z.boolean() }),
    response: notificationView,
  },
  markAllRead: {
    method: 'POST',
    path: '/api/notifications/read',
    access: 'signed-in',
    summary: 'Marks every notification up to a given one as read.',
    body: z.strictObject({ upTo: id }),
    response: unreadView,
  },
});
