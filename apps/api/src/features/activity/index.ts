export { ActivityModule } from './activity.module.ts';
export { countUnread, listEvents, newestEventOf } from './activity.queries.ts';
export { recorder } from './record-events.ts';
