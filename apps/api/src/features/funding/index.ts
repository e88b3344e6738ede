export { announceCall } from './actions/announce-call.ts';
export { cancelCall, followCall, moveDeadline } from './actions/change-call.ts';
export { chooseCall } from './actions/choose-call.ts';
export { addProgramme, followProgramme } from './actions/keep-programme.ts';
export { addCouncilSessions } from './actions/plan-sessions.ts';
export { stateNeed } from './actions/state-need.ts';
export { fundingAnnouncements } from './funding.announcements.ts';
export { FundingModule } from './funding.module.ts';
export { remindOfCalls } from './remind-of-calls.job.ts';
