export { ActivityModule } from './activity.module.ts';
export { countUnread, listEvents, newestEventOf } from './activity.queries.ts';
export { recorder } from './record-events.ts';
export { mailNotification } from './mail-notification.job.ts';
