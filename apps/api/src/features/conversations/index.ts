export { writeComment } from './actions/write-comment.ts';
export { markRead, react } from './actions/answer-comment.ts';
export { conversationsAnnouncements } from './conversations.announcements.ts';
export { ConversationsModule } from './conversations.module.ts';
