export { announceBallot } from './actions/announce-ballot.ts';
export { castVote } from './actions/cast-vote.ts';
export { openBallotFor, withdrawBallotFor } from './actions/open-for.ts';
export { turnBallots } from './actions/turn-ballots.ts';
export { writeBallot } from './actions/write-ballot.ts';
export { votesFor } from './ballot.policy.ts';
export { ballotsAnnouncements } from './ballots.announcements.ts';
export { BallotsModule } from './ballots.module.ts';
export { clock, dayOf, members } from './ballots.store.ts';
