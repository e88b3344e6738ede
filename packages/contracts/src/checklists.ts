import { z } from 'zod';
import { id, line } from './primitives.ts';
import { defineRoutes } from './route.ts';
import { assignmentView, stepsAtMost } from './tasks.ts';

const params = z.strictObject({ id, organizationId: id });
const stepParams = z.strictObject({ id, organizationId: id, stepId: id });
const text = line(1, 200);
/** Counted from 0. */
const position = z
  .int()
  .min(0)
  .max(stepsAtMost - 1);
const step = { access: 'signed-in', response: assignmentView } as const;

/** The steps of a gmina's own way to its answer; for its own people alone. */
export const checklistsRoutes = defineRoutes({
  addStep: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/steps',
    summary: "Adds a step to the gmina's own list, at its end or where it was before it was taken away.",
    params,
    body: z.strictObject({ text, position: position.optional() }),
    problems: ['wrong-state'],
    ...step,
  },
  changeStep: {
    method: 'PUT',
    path: '/api/tasks/:id/assignments/:organizationId/steps/:stepId',
    summary: 'Says a step in other words, or whether it is done, or moves it.',
    params: stepParams,
    body: z.strictObject({ text: text.optional(), done: z.boolean().optional(), position: position.optional() }),
    problems: ['wrong-state'],
    ...step,
  },
  removeStep: {
    method: 'DELETE',
    path: '/api/tasks/:id/assignments/:organizationId/steps/:stepId',
    summary: "Takes a step off the gmina's own list.",
    params: stepParams,
    problems: ['wrong-state'],
    ...step,
  },
});
