import { z } from 'zod';
import { day, id, reason } from './primitives.ts';
import { defineRoutes } from './route.ts';
import { assignmentView } from './tasks.ts';

const params = z.strictObject({ id, organizationId: id });
const answer = {
  access: 'signed-in',
  params,
  response: assignmentView,
} as const;
/** The request that was on the screen: another one may have come in its place. */
const requestId = id;

export const dueRequestsRoutes = defineRoutes({
  askForTime: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/due-request',
    summary: 'The gmina asks for a later due day, with a reason.',
    body: z.strictObject({ dueOn: day, reason }),
    problems: ['wrong-state'],
    ...answer,
  },
  withdrawTimeRequest: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/due-request/withdrawal',
    summary: 'The gmina needs no later day any more.',
    body: z.strictObject({ requestId }),
    problems: ['wrong-state'],
    ...answer,
  },
  grantTime: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/due-request/grant',
    summary: 'Gives the gmina a later due day: the one that it asks for, or another.',
    body: z.strictObject({ requestId, dueOn: day }),
    problems: ['wrong-state'],
    ...answer,
  },
  refuseTime: {
    method: 'POST',
    path: '/api/tasks/:id/assignments/:organizationId/due-request/refusal',
    summary: 'Leaves the due day as it is, with a reason.',
    body: z.strictObject({ requestId, reason }),
    problems: ['wrong-state'],
    ...answer,
  },
});
