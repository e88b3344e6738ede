import { z } from 'zod';
import { language, office, sessionView } from './accounts.ts';
import { cursor, day, flag, id, instant, line, pageOf } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** The most rows of one list. */
export const listMost = 500;

/** An e-mail address, in small letters: how people are told apart. */
export const emailAddress = line(3, 254)
  .transform((text) => text.toLowerCase())
  .pipe(z.email());

/** A new password (NIST SP 800-63B): long rather than odd. In NFKC, so that it is the same on every keyboard. */
export const newPassword = z
  .string()
  .max(512)
  .transform((text) => text.normalize('NFKC'))
  .pipe(z.string().min(12).max(128));

/** The secret of a link, as it stands in the link; a mangled one is as void as a used one. */
export const linkToken = z.string().max(200);

export const invitationState = z.enum(['OPEN', 'EXPIRED', 'ACCEPTED', 'REVOKED']);
export type InvitationState = z.infer<typeof invitationState>;

export const invitationView = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    office,
    organization: z.object({ id, name: z.string() }),
    /** Null where the portal itself invited: the first secretary. */
    invitedBy: z.object({ name: z.string() }).nullable(),
    createdAt: instant,
    /** The link in the letter works until then. */
    expiresAt: instant,
    startsOn: day,
    state: invitationState,
    abilities: z.object({ resend: z.boolean(), revoke: z.boolean() }),
  })
  .meta({ id: 'Invitation' });
export type InvitationView = z.infer<typeof invitationView>;
export const invitationPage = pageOf(invitationView).meta({ id: 'InvitationPage' });

/** An invitation as whoever holds its link sees it. */
export const heldInvitation = z
  .object({
    name: z.string(),
    email: z.string(),
    office,
    organization: z.string(),
    invitedBy: z.string(),
    /** In which the letter was written. */
    language,
    /** The address has an account: accepting adds an office to it, and one signs in as ever. */
    hasAccount: z.boolean(),
  })
  .meta({ id: 'HeldInvitation' });
export type HeldInvitation = z.infer<typeof heldInvitation>;

/** What would become, or became, of a row of a list: an invitation, or why none. */
export const rowOutcome = z.enum([
  'invited',
  'name_missing',
  'email_invalid',
  'organization_unknown',
  'office_unknown',
  'twice_in_list',
  'forbidden',
  'already_appointed',
  'invitation_exists',
  'account_blocked',
  'office_taken',
]);
export type RowOutcome = z.infer<typeof rowOutcome>;

const listRow = {
  /** As in the file, beginning with 1; its head counts. */
  line: z.int().min(1),
  name: z.string(),
  email: z.string(),
  organization: z.string(),
  office: z.string(),
};

/** What a list would do, row by row. `readable` holds what is sent to do it. */
export const listPreview = z
  .object({
    fileName: z.string(),
    rows: z.array(
      z.object({
        ...listRow,
        outcome: rowOutcome,
        understood: z.object({ organizationId: id, office }).nullable(),
      }),
    ),
  })
  .meta({ id: 'ListPreview' });
export type ListPreview = z.infer<typeof listPreview>;

/** A list that is being worked off, or was. */
export const bulkRunView = z
  .object({
    id,
    fileName: z.string().nullable(),
    total: z.int(),
    done: z.int(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    report: z.array(z.object({ ...listRow, outcome: rowOutcome })),
  })
  .meta({ id: 'BulkRun' });
export type BulkRunView = z.infer<typeof bulkRunView>;

/** To what somebody may be invited: organizations with the offices that the viewer may fill there. */
export const invitationChoices = z
  .object({ items: z.array(z.object({ id, name: z.string(), offices: z.array(office) })) })
  .meta({ id: 'InvitationChoices' });

export const invitationsRoutes = defineRoutes({
  listInvitationChoices: {
    method: 'GET',
    path: '/api/invitations/choices',
    access: 'signed-in',
    summary: 'Where and to which offices the viewer may invite people.',
    response: invitationChoices,
    problems: ['forbidden'],
  },
  listInvitations: {
    method: 'GET',
    path: '/api/invitations',
    access: 'signed-in',
    summary:
      'Invitations, newest first: all of them for the secretariat, their own gmina’s for those who decide for it.',
    query: z.strictObject({ organization: id.optional(), open: flag.optional(), cursor }),
    response: invitationPage,
    problems: ['forbidden'],
  },
  invitePerson: {
    method: 'POST',
    path: '/api/invitations',
    access: 'signed-in',
    summary: 'Invites somebody by e-mail to take an office in an organization.',
    body: z.strictObject({
      name: line(2, 120),
      email: emailAddress,
      office,
      organizationId: id,
      language: language.default('pl'),
    }),
    response: invitationView,
    status: 201,
    problems: [
      'not-found',
      'invitation-exists',
      'already-appointed',
      'account-blocked',
      'office-taken',
      'too-many-requests',
    ],
  },
  previewList: {
    method: 'POST',
    path: '/api/invitations/list/preview',
    access: 'signed-in',
    summary: 'Reads a list of people (CSV or XLSX, base64) and says row by row what it would do. Changes nothing.',
    body: z.strictObject({ fileName: line(1, 200), content: z.base64().max(950_000) }),
    response: listPreview,
    problems: ['forbidden', 'file-unreadable', 'list-too-long', 'too-large'],
  },
  inviteList: {
    method: 'POST',
    path: '/api/invitations/list',
    access: 'signed-in',
    summary: 'Invites the people of a list one after the other, in the background; the run tells how far it is.',
    body: z.strictObject({
      fileName: line(1, 200),
      rows: z
        .array(
          z.strictObject({
            line: z.int().min(1),
            name: line(2, 120),
            email: emailAddress,
            organizationId: id,
            office,
          }),
        )
        .min(1)
        .max(listMost),
    }),
    response: bulkRunView,
    status: 201,
  },
  readBulkRun: {
    method: 'GET',
    path: '/api/bulk-runs/:id',
    access: 'signed-in',
    summary: 'How far a list is, and what became of each row: for whoever began it.',
    params: z.strictObject({ id }),
    response: bulkRunView,
  },
  resendInvitation: {
    method: 'POST',
    path: '/api/invitations/:id/resend',
    access: 'signed-in',
    summary: 'Sends the letter again with a new link; the seven days begin anew and the old link is void.',
    params: z.strictObject({ id }),
    response: invitationView,
    problems: ['wrong-state', 'too-many-requests'],
  },
  revokeInvitation: {
    method: 'POST',
    path: '/api/invitations/:id/revoke',
    access: 'signed-in',
    summary: 'Takes an invitation back: its link is void at once.',
    params: z.strictObject({ id }),
    response: invitationView,
    problems: ['wrong-state'],
  },
  readHeldInvitation: {
    method: 'POST',
    path: '/api/invitations/held',
    access: 'public',
    summary:
      'What an invitation says, for whoever holds its link. The secret travels in the body, never in an address.',
    body: z.strictObject({ token: linkToken }),
    response: heldInvitation,
    problems: ['link-void', 'too-many-requests'],
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/invitations/acceptance',
    access: 'public',
    summary: 'Takes the office. Without an account one is made, with this name and password, and signed in.',
    body: z.strictObject({ token: linkToken, name: line(2, 120).optional(), password: newPassword.optional() }),
    response: z.object({ session: sessionView.nullable() }).meta({ id: 'Acceptance' }),
    problems: ['link-void', 'account-blocked', 'office-taken', 'too-many-requests'],
  },
});
