import { z } from 'zod';
import { sessionView } from './accounts.ts';
import { emailAddress, linkToken, newPassword } from './invitations.ts';
import { cursor, id, instant, line, pageOf } from './primitives.ts';
import { defineRoutes } from './route.ts';

/** A one-time code: six digits from an authenticator, or a recovery code; spaces and hyphens as people type them. */
export const oneTimeCode = line(1, 40);

/** A password that somebody has: whatever it is, it is only compared. */
const password = z.string().min(1).max(1024);

/** For what a link is asked: to sign in with it, or to choose a new password. */
export const linkPurpose = z.enum(['SIGN_IN', 'RESET']);
export type LinkPurpose = z.infer<typeof linkPurpose>;

/** A link as whoever holds it sees it: what it does, to whose account, and whether a code will be asked. */
export const heldLink = z
  .object({
    purpose: z.enum([...linkPurpose.options, 'EMAIL_CHANGE']),
    name: z.string(),
    /** The account's address; with EMAIL_CHANGE the one that it will have. */
    email: z.string(),
    secondFactor: z.boolean(),
  })
  .meta({ id: 'HeldLink' });
export type HeldLink = z.infer<typeof heldLink>;

export const sessionProof = z.enum(['PASSWORD', 'LINK', 'OIDC']);
export type SessionProof = z.infer<typeof sessionProof>;

/** A browser in which the viewer is signed in. */
export const ownSession = z
  .object({
    id,
    /** Browser and system in a few words, e.g. `Firefox, Windows`; null where they could not be told. */
    client: z.string().nullable(),
    proof: sessionProof,
    createdAt: instant,
    /** To within five minutes. */
    lastUsedAt: instant,
    current: z.boolean(),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof ownSession>;
export const ownSessionPage = pageOf(ownSession).meta({ id: 'OwnSessionPage' });

/** How the viewer's account is secured. */
export const securityView = z
  .object({
    email: z.string(),
    /** Without one, the person signs in by links or by another account. */
    hasPassword: z.boolean(),
    secondFactor: z.object({ since: instant, codesLeft: z.int() }).nullable(),
    /** The viewer's office asks for a second factor. */
    secondFactorRequired: z.boolean(),
  })
  .meta({ id: 'Security' });
export type SecurityView = z.infer<typeof securityView>;

/** What an authenticator has to be told, once: as an address for its camera and as a key to type (base32). */
export const newSecondFactor = z.object({ uri: z.string(), key: z.string() }).meta({ id: 'NewSecondFactor' });
export type NewSecondFactor = z.infer<typeof newSecondFactor>;

/** Codes for the day on which the second factor is lost; each works once, and they are shown once. */
export const recoveryCodes = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

/** Open to a secretary who has yet to set a second factor up; nothing of it is kept for a retry, for it holds secrets. */
const own = { access: 'signed-in', beforeEnrolment: true, repeatable: false } as const;

export const securityRoutes = defineRoutes({
  askForLink: {
    method: 'POST',
    path: '/api/links',
    access: 'public',
    summary:
      'Sends a link to the address, if it has an account: to sign in (15 minutes) or to choose a new password (1 hour). The answer is the same either way.',
    body: z.strictObject({ email: emailAddress, purpose: linkPurpose }),
    problems: ['too-many-requests'],
  },
  readHeldLink: {
    method: 'POST',
    path: '/api/links/held',
    access: 'public',
    summary: 'What a link does, for whoever holds it. The secret travels in the body, never in an address.',
    body: z.strictObject({ token: linkToken }),
    response: heldLink,
    problems: ['link-void', 'too-many-requests'],
  },
  signInByLink: {
    method: 'POST',
    path: '/api/session/link',
    access: 'public',
    summary: 'Signs in with a link, and with a one-time code where the account has a second factor.',
    body: z.strictObject({ token: linkToken, code: oneTimeCode.optional() }),
    response: sessionView,
    status: 201,
    problems: ['link-void', 'second-factor-required', 'wrong-code', 'too-many-requests'],
  },
  resetPassword: {
    method: 'POST',
    path: '/api/password/reset',
    access: 'public',
    summary:
      'Chooses a new password with a link. All sessions end; without a second factor a new one opens, with one the person signs in as ever.',
    body: z.strictObject({ token: linkToken, password: newPassword }),
    response: z.object({ session: sessionView.nullable() }).meta({ id: 'PasswordReset' }),
    problems: ['link-void', 'too-many-requests'],
  },
  confirmEmail: {
    method: 'POST',
    path: '/api/email/confirmation',
    access: 'public',
    summary: 'Takes the new address of an account, with the link that was sent to it.',
    body: z.strictObject({ token: linkToken }),
    problems: ['link-void', 'email-taken', 'too-many-requests'],
  },
  readSecurity: {
    ...own,
    method: 'GET',
    path: '/api/security',
    summary: 'How the viewer’s own account is secured.',
    response: securityView,
  },
  proveSession: {
    ...own,
    method: 'POST',
    path: '/api/session/proof',
    summary: 'Proves again who one is: by the password, and by a one-time code where there is a second factor.',
    body: z.strictObject({ password: password.optional(), code: oneTimeCode.optional() }),
    problems: ['wrong-password', 'wrong-code', 'proof-required', 'too-many-requests'],
  },
  changePassword: {
    ...own,
    method: 'PUT',
    path: '/api/password',
    summary: 'Changes one’s own password; all other sessions end. Asks for a proof of the last 15 minutes.',
    body: z.strictObject({ password: newPassword }),
    problems: ['proof-required'],
  },
  askForEmail: {
    ...own,
    method: 'POST',
    path: '/api/email',
    summary:
      'Asks for another address: a link goes to it, a notice to the present one. Asks for a proof of the last 15 minutes.',
    body: z.strictObject({ email: emailAddress }),
    problems: ['proof-required', 'too-many-requests'],
  },
  beginSecondFactor: {
    ...own,
    method: 'POST',
    path: '/api/second-factor/key',
    summary: 'Makes the key of a second factor (TOTP), which counts once a code confirms it. Asks for a proof.',
    response: newSecondFactor,
    status: 201,
    problems: ['proof-required', 'wrong-state'],
  },
  confirmSecondFactor: {
    ...own,
    method: 'PUT',
    path: '/api/second-factor',
    summary: 'Turns the second factor on with a code of its key, and gives the recovery codes. All other sessions end.',
    body: z.strictObject({ code: oneTimeCode }),
    response: recoveryCodes,
    problems: ['proof-required', 'wrong-code', 'wrong-state', 'too-many-requests'],
  },
  removeSecondFactor: {
    ...own,
    method: 'DELETE',
    path: '/api/second-factor',
    summary: 'Turns the second factor off. Asks for a proof of the last 15 minutes.',
    problems: ['proof-required', 'wrong-state'],
  },
  renewRecoveryCodes: {
    ...own,
    method: 'POST',
    path: '/api/second-factor/codes',
    summary: 'Gives new recovery codes; the old ones are void. Asks for a proof of the last 15 minutes.',
    response: recoveryCodes,
    status: 201,
    problems: ['proof-required', 'wrong-state'],
  },
  listSessions: {
    ...own,
    method: 'GET',
    path: '/api/sessions',
    summary: 'The browsers in which the viewer is signed in, the newest first.',
    query: z.strictObject({ cursor }),
    response: ownSessionPage,
  },
  endSession: {
    ...own,
    method: 'DELETE',
    path: '/api/sessions/:id',
    summary: 'Signs the viewer out in one browser.',
    params: z.strictObject({ id }),
  },
  endOtherSessions: {
    ...own,
    method: 'DELETE',
    path: '/api/sessions',
    summary: 'Signs the viewer out everywhere else.',
  },
});
