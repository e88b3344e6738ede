import { z } from 'zod';
import { id } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** Where something has changed: ids alone; whoever shows one of them reads it again. */
export const liveChange = z.object({
  networkId: id.nullable(),
  taskId: id.nullable(),
  organizationId: id.nullable(),
  ballotId: id.nullable(),
  meetingId: id.nullable(),
  initiativeId: id.nullable(),
  positionId: id.nullable(),
  ideaId: id.nullable(),
  callId: id.nullable(),
  cardId: id.nullable(),
});
export type LiveChange = z.infer<typeof liveChange>;

/** For how long a stream stands at most, in seconds. Then it is asked for again, and who one is is checked anew. */
export const watchSeconds = 55;

export const liveRoutes = defineRoutes({
  watch: {
    method: 'GET',
    path: '/api/live',
    access: 'signed-in',
    summary:
      'What others do, as it happens: server-sent events `changed` with a list of {networkId, taskId, organizationId, ballotId, meetingId, initiativeId, positionId, ideaId, callId, cardId}, `missed` where all should be read again. An event’s id is where to go on (`Last-Event-ID`, or `since`).',
    query: z.strictObject({
      /** Where an earlier stream ended. */
      since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
      seconds: z.coerce.number().int().min(0).max(watchSeconds).default(watchSeconds),
    }),
    file: 'text/event-stream',
  },
});
