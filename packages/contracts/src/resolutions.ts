import { z } from 'zod';
import { issuingBody, resolutionInput, resolutionView } from './organizations.ts';
import { cursor, day, id, pageOf, search, version } from './primitives.ts';
import { defineRoutes } from './route.ts';

export const resolutionPage = pageOf(resolutionView).meta({ id: 'ResolutionPage' });

const ref = z.object({ id, name: z.string() });

export const resolutionDetail = resolutionView
  .extend({
    issuerId: id,
    /** The one in whose place it comes. */
    supersedes: z.object({ id, number: z.string(), adoptedOn: day }).nullable(),
    /** The gminas whose membership in the association it began or ended. */
    joined: z.array(ref),
    left: z.array(ref),
    version,
    abilities: z.object({ change: z.boolean(), supersede: z.boolean() }),
  })
  .meta({ id: 'ResolutionDetail' });
export type ResolutionDetail = z.infer<typeof resolutionDetail>;

/** A resolution as the register keeps it. */
const entry = {
  ...resolutionInput.shape,
  issuingBody,
  /** The gmina whose council has resolved it; the association's own bodies need none. */
  issuerId: id.optional(),
  validUntil: day.optional(),
  /** The one in whose place it comes. */
  supersedesId: id.optional(),
};
const params = z.strictObject({ id });

export const resolutionsRoutes = defineRoutes({
  listResolutions: {
    method: 'GET',
    path: '/api/resolutions',
    access: 'signed-in',
    summary: 'The register of resolutions, the newest first.',
    query: z.strictObject({
      search,
      body: issuingBody.optional(),
      /** Whose: a gmina's, or the association's own. */
      issuer: z.union([id, z.literal('association')]).optional(),
      /** In force today, or not any more (or not yet). */
      validity: z.enum(['in-force', 'not-in-force']).optional(),
      cursor,
    }),
    response: resolutionPage,
  },
  recordResolution: {
    method: 'POST',
    path: '/api/resolutions',
    access: 'signed-in',
    summary: 'Enters a resolution into the register; it may come in the place of another.',
    body: z.strictObject(entry),
    response: resolutionDetail,
    status: 201,
    problems: ['resolution-exists'],
  },
  readResolution: {
    method: 'GET',
    path: '/api/resolutions/:id',
    access: 'signed-in',
    summary: 'One resolution, with those before and after it.',
    params,
    response: resolutionDetail,
  },
  changeResolution: {
    method: 'PUT',
    path: '/api/resolutions/:id',
    access: 'signed-in',
    summary: 'Corrects the entry of a resolution, or says until when it is in force.',
    params,
    body: z.strictObject({ ...entry, version }),
    response: resolutionDetail,
    problems: ['resolution-exists', 'version-conflict'],
  },
});
