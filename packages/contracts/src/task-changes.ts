import { z } from 'zod';
import { tasksAtOnce } from './limits.ts';
import { day, id, instant, version } from './primitives.ts';
import { defineRoutes } from './route.ts';
import { priority } from './tasks.ts';

/** What is done to all tasks that were chosen. */
export const taskChange = z.discriminatedUnion('kind', [
  /** The due day moves: of the task, and of every gmina that has no later one of its own. */
  z.strictObject({ kind: z.literal('DUE_ON'), dueOn: day }),
  z.strictObject({ kind: z.literal('PRIORITY'), priority }),
  z.strictObject({ kind: z.literal('CLOSE') }),
]);
export type TaskChange = z.infer<typeof taskChange>;

/** How it went with one of them. Only those that changed can be put back. */
export const taskChangeOutcome = z.enum([
  'CHANGED',
  /** It was so already. */
  'SAME',
  /** It is closed, and read-only. */
  'CLOSED',
  /** Somebody has changed it meanwhile. */
  'CHANGED_SINCE',
  /** There is no such task. */
  'ABSENT',
]);
export type TaskChangeOutcome = z.infer<typeof taskChangeOutcome>;

export const taskChangeView = z
  .object({
    id,
    change: taskChange,
    /** In the order in which they were chosen; a title that is not there is null. */
    items: z.array(z.object({ id, title: z.string().nullable(), outcome: taskChangeOutcome })),
    madeAt: instant,
    undoUntil: instant,
    /** Null where it stands. */
    undoneAt: instant.nullable(),
  })
  .meta({ id: 'TaskChange' });
export type TaskChangeView = z.infer<typeof taskChangeView>;

export const taskChangesRoutes = defineRoutes({
  listTaskChanges: {
    method: 'GET',
    path: '/api/task-changes',
    access: 'signed-in',
    summary: "The viewer's own changes of several tasks that can still be undone, newest first.",
    response: z.object({ items: z.array(taskChangeView) }).meta({ id: 'TaskChanges' }),
  },
  changeTasks: {
    method: 'POST',
    path: '/api/task-changes',
    access: 'signed-in',
    summary: 'Changes several tasks at once; tells of each how it went.',
    body: z.strictObject({
      tasks: z.array(z.strictObject({ id, version })).min(1).max(tasksAtOnce),
      change: taskChange,
    }),
    response: taskChangeView,
    status: 201,
    problems: ['forbidden'],
  },
  undoTaskChange: {
    method: 'POST',
    path: '/api/task-changes/:id/undo',
    access: 'signed-in',
    summary: 'Puts back what a change of several tasks has changed and nobody has changed since.',
    params: z.strictObject({ id }),
    response: taskChangeView,
    problems: ['undo-over'],
  },
});
