export { mergeIdea } from './actions/merge-idea.ts';
export { declineIdea, putIdeaOff } from './actions/answer-idea.ts';
export { makeInitiativeOfIdea, makeTaskOfIdea } from './actions/accept-idea.ts';
export { submitIdea } from './actions/submit-idea.ts';
export { supportIdea } from './actions/support-idea.ts';
export { withdrawIdea } from './actions/withdraw-idea.ts';
export { ideasAnnouncements } from './ideas.announcements.ts';
export { watchIdeas } from './watch-ideas.job.ts';
export { IdeasModule } from './ideas.module.ts';
