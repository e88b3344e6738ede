import { z } from 'zod';
import { office, organizationKind } from './accounts.ts';
import { cursor, day, id, pageOf, reason, search } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** An office that a person holds, has held or is going to hold. */
export const heldOffice = z.object({
  id,
  office,
  organization: z.object({ id, name: z.string(), kind: organizationKind }),
  startsOn: day,
  endsOn: day.nullable(),
  current: z.boolean(),
});
export type HeldOfficeView = z.infer<typeof heldOffice>;

const summaryShape = {
  id,
  name: z.string(),
  email: z.string(),
  /** Kept out of the portal by the secretariat. */
  blocked: z.boolean(),
};

export const personSummary = z
  .object({
    ...summaryShape,
    /** The current offices; the latest one of a person without any. Only those that the viewer may know of. */
    offices: z.array(heldOffice),
  })
  .meta({ id: 'PersonSummary' });
export type PersonSummary = z.infer<typeof personSummary>;
export const personPage = pageOf(personSummary).meta({ id: 'PersonPage' });

export const personView = z
  .object({
    ...summaryShape,
    /** Every appointment that the viewer may know of, the latest first. */
    appointments: z.array(
      heldOffice.extend({
        /** The resolution, or the result of an election, on which it rests. */
        basis: z.string().nullable(),
        /** For whom the person stands in. */
        deputyFor: z.object({ id, name: z.string() }).nullable(),
      }),
    ),
    abilities: z.object({ block: z.boolean(), unblock: z.boolean(), erase: z.boolean(), readAudit: z.boolean() }),
  })
  .meta({ id: 'Person' });
export type PersonView = z.infer<typeof personView>;

/** Holding an office now, having held one, or kept out. */
export const personStanding = z.enum(['CURRENT', 'FORMER', 'BLOCKED']);
export type PersonStanding = z.infer<typeof personStanding>;

const params = z.strictObject({ id });

export const peopleRoutes = defineRoutes({
  listPeople: {
    method: 'GET',
    path: '/api/people',
    access: 'signed-in',
    summary: 'People by name: all for the secretariat, those of the own gmina for its mayor and coordinator.',
    query: z.strictObject({
      /** A part of the name or of the e-mail address. */
      search,
      office: office.optional(),
      organization: id.optional(),
      standing: personStanding.optional(),
      cursor,
    }),
    response: personPage,
    problems: ['forbidden'],
  },
  readPerson: {
    method: 'GET',
    path: '/api/people/:id',
    access: 'signed-in',
    summary: 'One person with the history of appointments.',
    params,
    response: personView,
  },
  blockPerson: {
    method: 'POST',
    path: '/api/people/:id/block',
    access: 'signed-in',
    summary: 'Keeps a person out of the portal, with a reason for the audit; ends all their sessions at once.',
    params,
    body: z.strictObject({ reason }),
    response: personView,
    problems: ['wrong-state', 'own-account', 'last-secretary'],
  },
  unblockPerson: {
    method: 'POST',
    path: '/api/people/:id/unblock',
    access: 'signed-in',
    summary: 'Lets a blocked person in again, with a reason for the audit.',
    params,
    body: z.strictObject({ reason }),
    response: personView,
    problems: ['wrong-state'],
  },
});
