import { z } from 'zod';
import { language } from './accounts.ts';
import { eventPage } from './activity.ts';
import { positionAftermathRoutes } from './position-aftermath.ts';
import { positionDecisionRoutes } from './position-decision.ts';
import { positionDiscussionRoutes } from './position-discussion.ts';
import { positionState } from './position-kinds.ts';
import { params } from './position-parts.ts';
import { positionTextRoutes } from './position-text.ts';
import { positionPage, positionView } from './position-views.ts';
import { cursor, flag, id, search } from './primitives.ts';
import { defineRoutes } from './route.ts';

export const positionsRoutes = defineRoutes({
  ...positionTextRoutes,
  ...positionDiscussionRoutes,
  ...positionDecisionRoutes,
  ...positionAftermathRoutes,
  listPositions: {
    method: 'GET',
    path: '/api/positions',
    access: 'signed-in',
    summary: 'Positions that the viewer may see, the newest first; or the register of decisions, the latest first.',
    query: z.strictObject({
      search,
      state: positionState.optional(),
      networkId: id.optional(),
      /** That which this ballot decides. */
      ballotId: id.optional(),
      /** Only what was adopted, by its number. */
      register: flag.optional(),
      cursor,
    }),
    response: positionPage,
  },
  readPosition: {
    method: 'GET',
    path: '/api/positions/:id',
    access: 'signed-in',
    summary: 'One position: its text with what gminas say of it, and how far it has come.',
    params,
    response: positionView,
  },
  printPosition: {
    method: 'GET',
    path: '/api/positions/:id/pdf',
    access: 'signed-in',
    summary: 'The position as a tagged PDF, in Polish or English.',
    params,
    query: z.strictObject({ language: language.default('pl') }),
    file: 'application/pdf',
  },
  printAmendments: {
    method: 'GET',
    path: '/api/positions/:id/amendments/pdf',
    access: 'signed-in',
    summary: 'The record of all amendments with what became of each, as a tagged PDF, in Polish or English.',
    params,
    query: z.strictObject({ language: language.default('pl') }),
    file: 'application/pdf',
  },
  listPositionActivity: {
    method: 'GET',
    path: '/api/positions/:id/activity',
    access: 'signed-in',
    summary: 'What happened with a position, newest first.',
    params,
    query: z.strictObject({ cursor }),
    response: eventPage,
  },
});
