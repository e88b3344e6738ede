import { z } from 'zod';
import { positionNature, paragraphsAtMost } from './position-kinds.ts';
import { words, params } from './position-parts.ts';
import { positionView, positionComparison, positionDrafting } from './position-views.ts';
import { day, id, line, prose, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

const title = line(3, 120);
const terms = {
  occasion: prose(10, 2000),
  occasionEn: prose(10, 2000).optional(),
  aim: prose(3, 1000),
  aimEn: prose(3, 1000).optional(),
  wantedBy: day.optional(),
  nature: positionNature,
  threshold: z.int().min(0).max(100),
  isPublic: z.boolean(),
};
const text = {
  titlePl: title,
  titleEn: title.optional(),
  paragraphs: z
    .array(z.strictObject({ id: id.optional(), pl: words, en: words.optional() }))
    .min(1)
    .max(paragraphsAtMost),
};

/** A position is drafted, and its text written. */
export const positionTextRoutes = defineRoutes({
  draftPosition: {
    method: 'POST',
    path: '/api/positions',
    access: 'signed-in',
    summary:
      'Drafts a position, for a network that one leads or for the association. Others see it from its consultation on.',
    body: z.strictObject({ ...terms, ...text, networkId: id.optional() }),
    response: positionView,
    status: 201,
  },
  readDrafting: {
    method: 'GET',
    path: '/api/positions/drafting',
    access: 'signed-in',
    summary: 'For whom the viewer may draft a position: for the association, and for which networks.',
    response: positionDrafting,
  },
  changePosition: {
    method: 'PUT',
    path: '/api/positions/:id',
    access: 'signed-in',
    summary: 'Changes what a draft is for, and by which threshold it goes to the vote.',
    params,
    body: z.strictObject({ ...terms, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
  nameRapporteur: {
    method: 'PUT',
    path: '/api/positions/:id/rapporteur',
    access: 'signed-in',
    summary: 'Names who keeps the position from now on: one of the people of whoever drafts it, or of the secretariat.',
    params,
    body: z.strictObject({ personId: id, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
  writePositionText: {
    method: 'PUT',
    path: '/api/positions/:id/text',
    access: 'signed-in',
    summary: 'Saves a new version of the text; paragraphs that keep their id are the same paragraphs.',
    params,
    body: z.strictObject({ ...text, version }),
    response: positionView,
    problems: ['wrong-state', 'version-conflict'],
  },
  comparePosition: {
    method: 'GET',
    path: '/api/positions/:id/comparison',
    access: 'signed-in',
    summary: 'Two versions of a text compared, word by word within each paragraph.',
    params,
    query: z.strictObject({
      from: z.coerce.number().int().min(1).max(10_000),
      to: z.coerce.number().int().min(1).max(10_000),
    }),
    response: positionComparison,
  },
});
