import { z } from 'zod';
import { associationResolutionInput, resolutionView } from './organizations.ts';
import { day, id } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** A year for which dues can be set. */
export const duesYear = z.coerce.number().int().min(1990).max(2200);

/** What a member pays for each inhabitant, in grosze. */
export const duesRate = z.int().min(0).max(100_000);

export const duesView = z
  .object({
    year: z.int(),
    /** Null until the association has set it. */
    rate: z.object({ perInhabitant: duesRate, resolution: resolutionView.nullable() }).nullable(),
    /** The years for which a rate is set, the latest first. */
    years: z.array(z.int()),
    /** Those who belong to the association on at least one day of the year; at most as many as there are gminas: not paged. */
    members: z.array(
      z.object({
        organization: z.object({ id, name: z.string() }),
        population: z.int().nullable(),
        populationYear: z.int().nullable(),
        memberSince: day.nullable(),
        memberUntil: day.nullable(),
        /** For the year, in grosze; null without a rate or a known population. */
        due: z.int().nullable(),
      }),
    ),
    /** Of all dues that can be computed, in grosze. */
    total: z.int(),
    /** Members whose population is not known. */
    uncounted: z.int(),
  })
  .meta({ id: 'Dues' });
export type DuesView = z.infer<typeof duesView>;

export const duesRoutes = defineRoutes({
  readDues: {
    method: 'GET',
    path: '/api/dues',
    access: 'signed-in',
    summary: "A year's dues of each member, by its population; the present year where none is named.",
    query: z.strictObject({ year: duesYear.optional() }),
    response: duesView,
    problems: ['forbidden'],
  },
  setDues: {
    method: 'PUT',
    path: '/api/dues/:year',
    access: 'signed-in',
    summary: "Sets a year's rate for each inhabitant, by resolution of the association.",
    params: z.strictObject({ year: duesYear }),
    body: z.strictObject({
      perInhabitant: duesRate,
      resolution: associationResolutionInput,
      /** The rate that the caller saw, null where there was none; another one is answered 409 with the dues as they are. */
      replaces: duesRate.nullable(),
    }),
    response: duesView,
    problems: ['version-conflict'],
  },
});
