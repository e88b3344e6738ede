export { ActivityModule } from './activity.module.ts';
export { countTold } from './activity.store.ts';
export { countUnread, listEvents, newestEventOf } from './activity.queries.ts';
export { recorder } from './record-events.ts';
export { hadNoLetter } from './digest.store.ts';
export { mailDigest } from './mail-digest.job.ts';
export { mailNotification } from './mail-notification.job.ts';
export { newsDigest } from './news.digest.ts';
export { writeDigests } from './write-digests.job.ts';
