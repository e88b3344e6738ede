export { closeMeeting, conveneMeeting, openMeeting } from './actions/lead-meeting.ts';
export { planMeeting } from './actions/plan-meeting.ts';
export { putToVote } from './actions/put-to-vote.ts';
export { recordPresence } from './actions/record-presence.ts';
export { meetingsAnnouncements } from './meetings.announcements.ts';
export { MeetingsModule } from './meetings.module.ts';
