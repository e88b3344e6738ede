import type { LinkPurpose } from '@blizej/contracts';

/** What the person of an account is told by a letter that cannot be turned off. */
export type AccountNotice = 'PASSWORD_CHANGED' | 'EMAIL_CHANGE' | 'SECOND_FACTOR_SET' | 'SECOND_FACTOR_REMOVED';

/**
 * Work that is done after a transaction, from the queue in the database: at least once, by any instance, with retries.
 * A payload holds ids only; what is secret or personal is read when the job runs.
 */
export interface JobPayloads {
  /** Sends a notification by e-mail at once. */
  'mail-notification': { readonly notificationId: string };
  /** Gives back what an instance that died had taken on; comes every few minutes. */
  'free-jobs': Record<string, never>;
  /** Tells of mandates that end soon; comes every night. */
  'warn-of-mandates': Record<string, never>;
  /** Has ideas that were put off wait anew, and reminds of those that wait for an answer; comes every night. */
  'watch-ideas': Record<string, never>;
  /** Writes the day's tasks that come again; comes every night. */
  'write-series': Record<string, never>;
  /** Opens, reminds of and closes the ballots whose time has come; comes every minute. */
  'turn-ballots': Record<string, never>;
  /** Reminds of the deadlines of calls; comes every night. */
  'remind-of-calls': Record<string, never>;
  /** Settles positions that were voted or that nobody objected to, and reminds of them; comes every minute. */
  'turn-positions': Record<string, never>;
  /** Sends an adopted position to an addressee. */
  'mail-position': { readonly dispatchId: string };
  /** Begins the letters of the day; comes every morning. */
  'write-digests': Record<string, never>;
  /** Sends a person's letter of a day. */
  'mail-digest': { readonly personId: string; readonly day: string };
  /** Sends an invitation with a fresh link. */
  'mail-invitation': { readonly invitationId: string };
  /** Sends a link to sign in, or to choose a new password; to nobody where there is no such person. */
  'mail-link': { readonly personId: string; readonly purpose: LinkPurpose };
  /** Sends the link that proves a new address to that address. */
  'mail-email-link': { readonly linkId: string };
  /** Tells a person what happened to their account. */
  'mail-notice': { readonly personId: string; readonly notice: AccountNotice };
  /** Tells a person of a session in a browser that was not known. */
  'mail-new-device': { readonly sessionId: string };
  /** Invites the people of a list, one after the other. */
  'invite-list': { readonly runId: string };
  /** Has a file looked at by the virus scanner. */
  'scan-file': { readonly versionId: string };
  /** Removes files that nothing names any more; their keys are made of ids. */
  'delete-files': { readonly keys: readonly string[] };
}
export type JobName = keyof JobPayloads;

/** A job as a deed asks for it. */
export type NewJob = {
  readonly [Name in JobName]: { readonly name: Name; readonly payload: JobPayloads[Name] };
}[JobName];

/** What does each job. A name without a handler does not compile. */
export type JobHandlers<Name extends JobName = JobName> = {
  readonly [N in Name]: (payload: JobPayloads[N]) => Promise<void>;
};
