export { closeMeeting, conveneMeeting, openMeeting } from './actions/lead-meeting.ts';
export { planMeeting } from './actions/plan-meeting.ts';
export { putItemToVote } from './actions/put-item-to-vote.ts';
export { recordPresence } from './actions/record-presence.ts';
export { meetingsAnnouncements } from './meetings.announcements.ts';
export { MeetingsModule } from './meetings.module.ts';
export { gminaIsMissed, meetingIsVisible } from './meetings.store.ts';
