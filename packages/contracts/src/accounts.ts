import { z } from 'zod';
import { id, instant, line } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** What a person may be appointed to in an organization (see docs/glossary.md). */
export const office = z.enum(['EXECUTIVE', 'DELEGATE', 'COORDINATOR', 'OFFICIAL', 'SECRETARIAT', 'PARTNER_CONTACT']);
export type Office = z.infer<typeof office>;

export const organizationKind = z.enum(['MUNICIPALITY', 'PARTNER', 'SECRETARIAT']);
export type OrganizationKind = z.infer<typeof organizationKind>;

export const language = z.enum(['pl', 'en']);
export type Language = z.infer<typeof language>;

export const theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof theme>;

/** A current appointment as the signed-in person sees it. */
export const appointmentView = z
  .object({
    office,
    organization: z.object({ id, name: z.string(), kind: organizationKind }),
  })
  .meta({ id: 'Appointment' });
export type AppointmentView = z.infer<typeof appointmentView>;

export const sessionView = z
  .object({
    person: z.object({ id, name: z.string(), email: z.string(), language, theme }),
    /** All that are held today, in whichever organization. */
    appointments: z.array(appointmentView),
    /** The office in which the person acts now, and for whom; everything seen and done is for that organization. */
    actingFor: appointmentView.nullable(),
    /** When the session ends if nothing more happens. */
    expiresAt: instant,
    unread: z.int().max(100),
    /** The office asks for a second factor and there is none yet: nothing else is open before it is set up. */
    secondFactorMissing: z.boolean(),
    abilities: z.object({
      useNetworks: z.boolean(),
      proposeNetwork: z.boolean(),
      proposeInitiative: z.boolean(),
      submitIdea: z.boolean(),
      /** Sees the initiatives in which the own organization takes part: a guest, who sees nothing else. */
      useInitiatives: z.boolean(),
      keepCalls: z.boolean(),
      stateNeeds: z.boolean(),
      keepResolutions: z.boolean(),
      keepTemplates: z.boolean(),
      writeTask: z.boolean(),
      reviewAnswers: z.boolean(),
      writeBallot: z.boolean(),
      invite: z.boolean(),
      runElection: z.boolean(),
      /** The association's administration: people, members, dues, the audit. */
      administer: z.boolean(),
      /** The people of all organizations, or of the viewer's own gmina. */
      readPeople: z.boolean(),
    }),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionView>;

export const accountsRoutes = defineRoutes({
  signIn: {
    method: 'POST',
    path: '/api/session',
    access: 'public',
    summary:
      'Signs in with e-mail and password, and with a one-time code where there is a second factor; the session comes as a cookie.',
    body: z.strictObject({
      email: line(1, 254),
      password: z.string().min(1).max(1024),
      /** Asked for (`second-factor-required`) once the password is right: of the authenticator, or a recovery code. */
      code: line(1, 40).optional(),
    }),
    response: sessionView,
    status: 201,
    problems: ['wrong-credentials', 'second-factor-required', 'wrong-code', 'too-many-requests'],
  },
  readSession: {
    method: 'GET',
    path: '/api/session',
    access: 'signed-in',
    beforeEnrolment: true,
    summary: 'Who am I, acting for whom, and what may I do.',
    response: sessionView,
  },
  actFor: {
    method: 'PUT',
    path: '/api/session/acting-for',
    access: 'signed-in',
    summary:
      'Chooses the organization for which the person acts in this session, from those in which they hold an office.',
    body: z.strictObject({ organizationId: id }),
    response: sessionView,
    problems: ['not-found'],
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    access: 'signed-in',
    beforeEnrolment: true,
    repeatable: false,
    summary: 'Ends this session.',
  },
});
