import { z } from 'zod';
import { office, organizationKind } from './accounts.ts';
import { cursor, day, flag, id, line, localized, pageOf, search } from './primitives.ts';
import { defineRoutes } from './route.ts';

export const municipalityType = z.enum(['URBAN', 'RURAL', 'URBAN_RURAL']);
export type MunicipalityType = z.infer<typeof municipalityType>;

/** Membership in the association; null where a gmina never belonged to it. */
export const associationStatus = z.enum(['CANDIDATE', 'MEMBER', 'FORMER']);
export type AssociationStatus = z.infer<typeof associationStatus>;

export const issuingBody = z.enum(['COUNCIL', 'GENERAL_ASSEMBLY', 'BOARD']);
export type IssuingBody = z.infer<typeof issuingBody>;

/** Whether a resolution is in force today: not before it was adopted, nor after its last day or once another came in its place. */
export const resolutionStanding = z.enum(['AHEAD', 'IN_FORCE', 'ENDED', 'SUPERSEDED']);
export type ResolutionStanding = z.infer<typeof resolutionStanding>;

/** A decision from which an authority comes: a mandate, joining or leaving the association, a rate of dues. */
export const resolutionView = z
  .object({
    id,
    issuer: z.string(),
    issuingBody,
    number: z.string(),
    adoptedOn: day,
    title: z.string(),
    url: z.string().nullable(),
    /** Its last day; null where it is in force until another comes in its place. */
    validUntil: day.nullable(),
    standing: resolutionStanding,
    /** The one that came in its place. */
    supersededBy: z.object({ id, number: z.string(), adoptedOn: day }).nullable(),
  })
  .meta({ id: 'Resolution' });
export type ResolutionView = z.infer<typeof resolutionView>;

/** A resolution as somebody enters it; who issued it follows from what it is entered for. */
export const resolutionInput = z.strictObject({
  number: line(1, 60),
  adoptedOn: day,
  title: line(3, 300),
  url: z
    .httpUrl()
    .max(500)
    .regex(/^\P{Cc}*$/u)
    .optional(),
});

/** A resolution of one of the association's own bodies. */
export const associationResolutionInput = z.strictObject({
  issuingBody: z.enum(['GENERAL_ASSEMBLY', 'BOARD']),
  ...resolutionInput.shape,
});

export const associationView = z
  .object({
    name: localized,
    motto: localized,
    /** Shown as a permanent banner: what one sees here is invented. */
    demo: z.boolean(),
    /** IANA name; all days are days in this zone. */
    timeZone: z.string(),
  })
  .meta({ id: 'Association' });
export type AssociationView = z.infer<typeof associationView>;

export const municipalityView = z.object({
  /** Seven digits of the state's register of territories; the last one is the type. */
  teryt: z.string(),
  type: municipalityType,
  county: z.string(),
  voivodeship: z.string(),
  executiveTitle: z.string(),
  population: z.int().nullable(),
  populationYear: z.int().nullable(),
  areaKm2: z.number().nullable(),
  status: associationStatus.nullable(),
  memberSince: day.nullable(),
  /** The last day of the membership, of a gmina that has left. */
  memberUntil: day.nullable(),
});

export const organizationView = z
  .object({
    id,
    kind: organizationKind,
    name: z.string(),
    /** Invented for the demo: only such organizations act in it. */
    fictional: z.boolean(),
    municipality: municipalityView.nullable(),
  })
  .meta({ id: 'Organization' });
export type OrganizationView = z.infer<typeof organizationView>;
export const organizationPage = pageOf(organizationView).meta({ id: 'OrganizationPage' });

export const organizationDetail = organizationView
  .extend({
    /** Who holds which office; only the organization's own people and the secretariat see it, others get null. */
    people: z.array(z.object({ id, name: z.string(), office })).nullable(),
    /** The council's resolutions on which its membership in the association rests, and ended. */
    joinedBy: resolutionView.nullable(),
    leftBy: resolutionView.nullable(),
    /** What holds a member in the association's work, for those who may end its membership; null for others. */
    engagements: z.object({ networks: z.int(), assignments: z.int() }).nullable(),
    abilities: z.object({
      makeCandidate: z.boolean(),
      join: z.boolean(),
      leave: z.boolean(),
      /** Opens the pages of its people, with former ones. */
      openPeople: z.boolean(),
      /** Opens the page of what its membership costs and brings. */
      openBalance: z.boolean(),
    }),
  })
  .meta({ id: 'OrganizationDetail' });
export type OrganizationDetail = z.infer<typeof organizationDetail>;

/** The whole region for the map: one short row for each gmina that has an outline or belongs to the association. */
export const regionView = z
  .object({
    municipalities: z.array(
      z.object({
        id,
        teryt: z.string(),
        name: z.string(),
        voivodeship: z.string(),
        status: associationStatus.nullable(),
        population: z.int().nullable(),
        fictional: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Region' });
export type RegionView = z.infer<typeof regionView>;

export const organizationsRoutes = defineRoutes({
  readAssociation: {
    method: 'GET',
    path: '/api/association',
    access: 'public',
    summary: 'The association whose portal this is.',
    response: associationView,
  },
  listOrganizations: {
    method: 'GET',
    path: '/api/organizations',
    access: 'signed-in',
    summary: 'The directory of organizations, by name.',
    query: z.strictObject({
      search,
      voivodeship: line(1, 60).optional(),
      status: associationStatus.optional(),
      /** Only members of the association (any voivodeship). */
      members: flag.optional(),
      cursor,
    }),
    response: organizationPage,
  },
  readRegion: {
    method: 'GET',
    path: '/api/region',
    access: 'signed-in',
    summary: 'Every gmina of the region in one short list, for the map.',
    response: regionView,
  },
  readOrganization: {
    method: 'GET',
    path: '/api/organizations/:id',
    access: 'signed-in',
    summary: 'One organization.',
    params: z.strictObject({ id }),
    response: organizationDetail,
  },
  makeCandidate: {
    method: 'POST',
    path: '/api/organizations/:id/candidacy',
    access: 'signed-in',
    summary: 'Makes a gmina a candidate for membership in the association.',
    params: z.strictObject({ id }),
    response: organizationDetail,
    problems: ['wrong-state'],
  },
  joinAssociation: {
    method: 'POST',
    path: '/api/organizations/:id/accession',
    access: 'signed-in',
    summary: "Makes a gmina a member of the association, by its council's resolution.",
    params: z.strictObject({ id }),
    body: z.strictObject({ resolution: resolutionInput, memberSince: day }),
    response: organizationDetail,
    problems: ['wrong-state'],
  },
  leaveAssociation: {
    method: 'POST',
    path: '/api/organizations/:id/leaving',
    access: 'signed-in',
    summary: "Ends a gmina's membership, by its council's resolution, once it is in no network and owes no answer.",
    params: z.strictObject({ id }),
    body: z.strictObject({ resolution: resolutionInput, memberUntil: day }),
    response: organizationDetail,
    problems: ['wrong-state', 'still-engaged'],
  },
});
