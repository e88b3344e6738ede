import { z } from 'zod';
import { day, id, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

export const recurrence = z.enum(['MONTHLY', 'QUARTERLY', 'YEARLY']);
export type Recurrence = z.infer<typeof recurrence>;

/** Whom each task of a series asks: whoever belongs on the day on which it is written. */
export const seriesAudience = z.enum(['NETWORK', 'ASSOCIATION']);
export type SeriesAudience = z.infer<typeof seriesAudience>;

/** Days given for the answer. */
export const seriesDueDays = { minimum: 1, maximum: 365 } as const;

export const taskSeriesView = z
  .object({
    id,
    title: z.string(),
    recurrence,
    audience: seriesAudience,
    dueDays: z.int(),
    /** When the next one is written; null once it has come to its end. */
    nextOn: day.nullable(),
    endsOn: day.nullable(),
    /** It waits: its network has ended or lost its mandate. */
    paused: z.boolean(),
    stopped: z.boolean(),
    version,
    abilities: z.object({ stop: z.boolean() }),
  })
  .meta({ id: 'TaskSeries' });
export type TaskSeriesView = z.infer<typeof taskSeriesView>;

const params = z.strictObject({ id });

export const taskSeriesRoutes = defineRoutes({
  listTaskSeries: {
    method: 'GET',
    path: '/api/networks/:id/series',
    access: 'signed-in',
    summary:
      'The tasks of a network that come again, the next one first; for its members and the secretariat. At most 100.',
    params,
    response: z.object({ items: z.array(taskSeriesView) }).meta({ id: 'TaskSeriesList' }),
  },
  repeatTask: {
    method: 'POST',
    path: '/api/tasks/:id/series',
    access: 'signed-in',
    summary: 'Has a task written again and again, with the words and questions that it has now.',
    params,
    body: z.strictObject({
      recurrence,
      audience: seriesAudience,
      /** When the first one is written; tomorrow or later. */
      startsOn: day,
      dueDays: z.int().min(seriesDueDays.minimum).max(seriesDueDays.maximum),
      /** The last day on which one is written; absent: until it is stopped. */
      endsOn: day.optional(),
    }),
    response: taskSeriesView,
    status: 201,
    problems: ['wrong-state'],
  },
  stopTaskSeries: {
    method: 'POST',
    path: '/api/series/:id/stop',
    access: 'signed-in',
    summary: 'No more tasks of a series are written; those that were stay.',
    params,
    body: z.strictObject({ version }),
    response: taskSeriesView,
    problems: ['wrong-state', 'version-conflict'],
  },
});
