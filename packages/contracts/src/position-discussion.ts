import { z } from 'zod';
import { amendmentKind, standKind } from './position-kinds.ts';
import { words, params, ofGmina } from './position-parts.ts';
import { positionView } from './position-views.ts';
import { id, instant, prose, reason, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** Gminas say what they think of a position: comments, amendments, stands. */
export const positionDiscussionRoutes = defineRoutes({
  openConsultation: {
    method: 'POST',
    path: '/api/positions/:id/consultation',
    access: 'signed-in',
    summary: 'Opens the consultation until a moment; an open one is put off to a later moment.',
    params,
    body: z.strictObject({ until: instant, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
  commentPosition: {
    method: 'POST',
    path: '/api/positions/:id/comments',
    access: 'signed-in',
    summary: 'Says for a gmina what it thinks of a paragraph, or of the whole text.',
    params,
    body: z.strictObject({ organizationId: id, paragraphId: id.optional(), text: prose(3, 2000) }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'consultation-over', 'not-in-electorate', 'too-many'],
  },
  proposeAmendment: {
    method: 'POST',
    path: '/api/positions/:id/amendments',
    access: 'signed-in',
    summary:
      'Proposes for a gmina other words for a paragraph, a paragraph after it, or to leave it out; with a reason.',
    params,
    body: z.strictObject({
      organizationId: id,
      paragraphId: id,
      kind: amendmentKind,
      pl: words.optional(),
      en: words.optional(),
      reason,
      /** The version of the text that one read. */
      textNumber: z.int().min(1),
    }),
    response: positionView,
    status: 201,
    problems: ['wrong-state', 'consultation-over', 'paragraph-changed', 'not-in-electorate', 'too-many'],
  },
  decideAmendment: {
    method: 'POST',
    path: '/api/positions/:id/amendments/:amendmentId/decision',
    access: 'signed-in',
    summary: 'Accepts an amendment, which makes a new version with its gmina named, or rejects it; with a reason.',
    params: z.strictObject({ id, amendmentId: id }),
    body: z.strictObject({ accepted: z.boolean(), reason, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict', 'paragraph-changed', 'too-many'],
  },
  withdrawAmendment: {
    method: 'POST',
    path: '/api/positions/:id/amendments/:amendmentId/withdrawal',
    access: 'signed-in',
    summary: 'A gmina takes its amendment back before it is decided.',
    params: z.strictObject({ id, amendmentId: id }),
    response: positionView,
    problems: ['wrong-state'],
  },
  takeStand: {
    method: 'PUT',
    path: '/api/positions/:id/stands/:organizationId',
    access: 'signed-in',
    summary: 'A gmina endorses the position, or objects and says why; its latest word counts.',
    params: ofGmina,
    body: z.strictObject({ stand: standKind, reason: reason.optional() }),
    response: positionView,
    problems: ['wrong-state', 'not-in-electorate'],
  },
});
