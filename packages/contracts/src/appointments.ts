import { z } from 'zod';
import { office } from './accounts.ts';
import { emailAddress } from './invitations.ts';
import { day, flag, id, line, localized } from './primitives.ts';
import { defineRoutes } from './route.ts';

export const appointmentState = z.enum(['FUTURE', 'CURRENT', 'PAST']);
export type AppointmentState = z.infer<typeof appointmentState>;

/** Somebody's office in an organization, from a day to a day (both included). */
export const appointmentRecord = z
  .object({
    id,
    person: z.object({ id, name: z.string() }),
    office,
    startsOn: day,
    endsOn: day.nullable(),
    /** The resolution or the result on which it rests. */
    basis: z.string().nullable(),
    /** For whom the person stands in, where this is a deputy's. */
    deputyFor: z.object({ name: z.string() }).nullable(),
    state: appointmentState,
    abilities: z.object({ end: z.boolean(), deputize: z.boolean() }),
  })
  .meta({ id: 'AppointmentRecord' });
export type AppointmentRecord = z.infer<typeof appointmentRecord>;

export const appointmentRecords = z
  .object({
    items: z.array(appointmentRecord),
    /** To which offices the viewer may appoint people of this organization. */
    offices: z.array(office),
  })
  .meta({ id: 'AppointmentRecords' });
export type AppointmentRecords = z.infer<typeof appointmentRecords>;

/** What a person holds for an organization and can hand over. */
export const holdingKind = z.enum(['assignment', 'invitation', 'seat', 'position']);
export type HoldingKind = z.infer<typeof holdingKind>;

export const holding = z
  .object({
    kind: holdingKind,
    id,
    /** What it is called; empty of what is known by its kind and place alone. */
    title: z.string(),
    /** Where it belongs, e.g. the task's network. */
    within: localized.nullable(),
    dueOn: day.nullable(),
  })
  .meta({ id: 'Holding' });
export type Holding = z.infer<typeof holding>;

/** What ending an appointment leaves behind. Nothing, where the person keeps another office in the organization. */
export const handOverView = z
  .object({
    appointment: z.object({ id, person: z.object({ id, name: z.string() }), office, startsOn: day }),
    holdings: z.array(holding),
    /** Who may take it over: the organization's other people. */
    successors: z.array(z.object({ id, name: z.string() })),
    /** Those who stand in for the person: their appointments end too. */
    deputies: z.array(z.object({ name: z.string() })),
  })
  .meta({ id: 'HandOver' });
export type HandOverView = z.infer<typeof handOverView>;

export const electionOutcome = z.enum(['RE_ELECTED', 'NEW']);
export type ElectionOutcome = z.infer<typeof electionOutcome>;

/** A gmina on election night: who is in office. */
export const electionRow = z.object({
  organization: z.object({ id, name: z.string() }),
  holder: z.object({ name: z.string(), since: day }).nullable(),
  /** The name of one who was invited and has not come yet. */
  invited: z.string().nullable(),
});
export type ElectionRow = z.infer<typeof electionRow>;

/** What would become, or became, of a gmina's row. */
export const electionResult = z.enum([
  'reappointed',
  'replaced',
  'invited',
  'no_holder',
  'unknown_organization',
  'starts_too_early',
  'already_appointed',
  'invitation_exists',
  'account_blocked',
]);
export type ElectionResult = z.infer<typeof electionResult>;

export const electionReport = z
  .object({
    rows: z.array(z.object({ organizationId: id, result: electionResult })),
  })
  .meta({ id: 'ElectionReport' });
export type ElectionReport = z.infer<typeof electionReport>;

const electionBody = z.strictObject({
  /** The day on which the term begins. */
  startsOn: day,
  basis: line(3, 200),
  rows: z
    .array(
      z.discriminatedUnion('outcome', [
        z.strictObject({ organizationId: id, outcome: z.literal('RE_ELECTED') }),
        z.strictObject({ organizationId: id, outcome: z.literal('NEW'), name: line(2, 120), email: emailAddress }),
      ]),
    )
    .min(1)
    .max(400)
    // A gmina has one result.
    .refine((rows) => new Set(rows.map(({ organizationId }) => organizationId)).size === rows.length),
});

export const appointmentsRoutes = defineRoutes({
  listAppointments: {
    method: 'GET',
    path: '/api/organizations/:id/appointments',
    access: 'signed-in',
    summary:
      'Who holds which office in an organization: current and future ones, or those that are past. Its own people and the secretariat.',
    params: z.strictObject({ id }),
    query: z.strictObject({ past: flag.optional() }),
    response: appointmentRecords,
    problems: ['forbidden'],
  },
  appoint: {
    method: 'POST',
    path: '/api/organizations/:id/appointments',
    access: 'signed-in',
    summary:
      'Appoints one of the organization’s people to a further office, in succession to whoever held it where that is said. Others are invited.',
    params: z.strictObject({ id }),
    body: z.strictObject({
      personId: id,
      office,
      startsOn: day,
      endsOn: day.optional(),
      basis: line(3, 200).optional(),
      /** Ends with the day before, and all that was held goes to the successor. */
      supersedesId: id.optional(),
    }),
    response: appointmentRecord,
    status: 201,
    problems: ['already-appointed', 'office-taken'],
  },
  deputize: {
    method: 'POST',
    path: '/api/appointments/:id/deputies',
    access: 'signed-in',
    summary: 'Lets another of the organization’s people hold the same office for a time.',
    params: z.strictObject({ id }),
    body: z.strictObject({ personId: id, startsOn: day, endsOn: day }),
    response: appointmentRecord,
    status: 201,
    problems: ['already-appointed', 'wrong-state'],
  },
  readHandOver: {
    method: 'GET',
    path: '/api/appointments/:id/hand-over',
    access: 'signed-in',
    summary: 'What the person holds for the organization and would leave behind, and who may take it over.',
    params: z.strictObject({ id }),
    response: handOverView,
    problems: ['forbidden'],
  },
  endAppointment: {
    method: 'POST',
    path: '/api/appointments/:id/end',
    access: 'signed-in',
    summary:
      'Ends an appointment and hands over all that was held, in one go. A move to nobody leaves it without a keeper.',
    params: z.strictObject({ id }),
    body: z.strictObject({
      /** The last day. Yesterday ends it at once. */
      endsOn: day,
      moves: z.array(z.strictObject({ kind: holdingKind, id, toPersonId: id.nullable() })).max(1000),
    }),
    response: appointmentRecord,
    problems: ['wrong-state', 'hand-over-changed', 'last-secretary'],
  },
  readElection: {
    method: 'GET',
    path: '/api/elections',
    access: 'signed-in',
    summary: 'The mayors of all member gminas, for election night. For the secretariat.',
    response: z.object({ items: z.array(electionRow) }).meta({ id: 'Election' }),
    problems: ['forbidden'],
  },
  previewElection: {
    method: 'POST',
    path: '/api/elections/preview',
    access: 'signed-in',
    summary: 'Says row by row what the results would do. Changes nothing.',
    body: electionBody,
    response: electionReport,
  },
  applyElection: {
    method: 'POST',
    path: '/api/elections',
    access: 'signed-in',
    summary: 'Ends the former mayors’ offices, renews those of the re-elected, and invites the new ones, in one go.',
    body: electionBody,
    response: electionReport,
  },
});
