import { z } from 'zod';
import { id, line, localized } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** What is found by its title, in the order in which it is shown. */
export const foundKind = z.enum([
  'POSITION',
  'MEETING',
  'BALLOT',
  'NETWORK',
  'INITIATIVE',
  'IDEA',
  'CALL',
  'PARTNER',
  'ORGANIZATION',
]);
export type FoundKind = z.infer<typeof foundKind>;

export const foundView = z.object({ kind: foundKind, id, title: localized }).meta({ id: 'Found' });
export type FoundView = z.infer<typeof foundView>;

/** How many of a kind an answer holds at the most. */
export const foundOfAKind = 5;

export const searchRoutes = defineRoutes({
  search: {
    method: 'GET',
    path: '/api/search',
    access: 'signed-in',
    summary: 'What the viewer may see and whose title holds the words in either language, at most five of a kind.',
    query: z.strictObject({ q: line(2, 100) }),
    response: z.object({ found: z.array(foundView) }).meta({ id: 'SearchResult' }),
  },
});
