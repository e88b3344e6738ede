import { mailNotification } from './features/activity/index.ts';
import { inviteList, mailInvitation } from './features/accounts/index.ts';
import type { JobHandlers } from './kernel/jobs.ts';
import type { UnitOfWork } from './kernel/work.ts';
import type { Database } from './platform/database/database.ts';
import type { Post } from './platform/mail/post.ts';

/** What jobs work with. */
export interface JobTools {
  readonly database: Database;
  readonly unit: UnitOfWork;
  readonly post: Post;
  /** The portal's own address, with which links begin. */
  readonly publicUrl: string;
}

/** What does each kind of job. A kind without a handler does not compile. */
export const jobHandlers = ({ database, unit, post, publicUrl }: JobTools): JobHandlers => ({
  'mail-notification': ({ notificationId }) => mailNotification(database, post, publicUrl, notificationId),
  'mail-invitation': ({ invitationId }) => mailInvitation(unit, post, publicUrl, invitationId),
  'invite-list': ({ runId }) => inviteList(unit, runId),
});
