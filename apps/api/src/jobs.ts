import { mailDigest, mailNotification, writeDigests } from './features/activity/index.ts';
import {
  inviteList,
  mailEmailLink,
  mailInvitation,
  mailLink,
  mailNewDevice,
  mailNotice,
} from './features/accounts/index.ts';
import { turnBallots } from './features/ballots/index.ts';
import { remindOfCalls } from './features/funding/index.ts';
import { digestParts } from './digest.ts';
import { deleteFiles, scanFile } from './features/documents/index.ts';
import { watchIdeas } from './features/ideas/index.ts';
import { mailPosition, turnPositions } from './features/positions/index.ts';
import { writeSeries } from './features/tasks/index.ts';
import { letterLink, warnOfMandates } from './features/networks/index.ts';
import type { JobHandlers } from './kernel/jobs.ts';
import type { UnitOfWork } from './kernel/work.ts';
import type { Database } from './platform/database/database.ts';
import { freeJobs } from './platform/jobs/queue.ts';
import type { Files } from './platform/files/open-files.ts';
import type { Post } from './platform/mail/post.ts';

/** What jobs work with. */
export interface JobTools {
  readonly database: Database;
  readonly unit: UnitOfWork;
  readonly post: Post;
  readonly files: Files;
  /** The portal's own address, with which links begin. */
  readonly publicUrl: string;
}

/** What does each kind of job. A kind without a handler does not compile. */
export const jobHandlers = ({ database, unit, post, files, publicUrl }: JobTools): JobHandlers => ({
  'mail-notification': ({ notificationId }) =>
    mailNotification(database, post, publicUrl, letterLink(unit), notificationId),
  'free-jobs': () => freeJobs(database),
  'warn-of-mandates': () => warnOfMandates(unit),
  'watch-ideas': () => watchIdeas(unit),
  'write-series': () => writeSeries(unit),
  'turn-ballots': () => turnBallots(unit, files.store),
  'remind-of-calls': () => remindOfCalls(unit),
  'turn-positions': () => turnPositions(unit),
  'mail-position': ({ dispatchId }) => mailPosition(unit, post, publicUrl, dispatchId),
  'write-digests': () => writeDigests(unit, digestParts),
  'mail-digest': (payload) => mailDigest(unit, digestParts, post, publicUrl, payload),
  'mail-invitation': ({ invitationId }) => mailInvitation(unit, post, publicUrl, invitationId),
  'mail-link': ({ personId, purpose }) => mailLink(unit, post, publicUrl, personId, purpose),
  'mail-email-link': ({ linkId }) => mailEmailLink(unit, post, publicUrl, linkId),
  'mail-notice': ({ personId, notice }) => mailNotice(database, post, publicUrl, personId, notice),
  'mail-new-device': ({ sessionId }) => mailNewDevice(database, post, publicUrl, sessionId),
  'invite-list': ({ runId }) => inviteList(unit, runId),
  'scan-file': ({ versionId }) => scanFile(unit, files, versionId),
  'delete-files': ({ keys }) => deleteFiles(files.store, keys),
});
