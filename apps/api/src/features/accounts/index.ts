export { accountsAnnouncements } from './accounts.announcements.ts';
export { AccountsModule } from './accounts.module.ts';
export { inviteFirstSecretary } from './actions/invite-first-secretary.ts';
export { inviteList } from './invite-list.job.ts';
export { mailInvitation } from './mail-invitation.job.ts';
export { hashPassword } from './passwords.ts';
export { actorByEmail } from './session.queries.ts';
