import type { IdeaState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** Those that wait, or were put off, can be answered. */
const unanswered = ['SUBMITTED', 'LATER'] as const;

/** SUBMITTED → INITIATIVE, TASK, MERGED, DECLINED, each an end; LATER waits anew on its day. WITHDRAWN, or worded anew, before an answer. */
export const ideaLifecycle = defineLifecycle<IdeaState>()({
  INITIATIVE: { from: [...unanswered], to: 'INITIATIVE' },
  TASK: { from: [...unanswered], to: 'TASK' },
  MERGED: { from: [...unanswered], to: 'MERGED' },
  LATER: { from: [...unanswered], to: 'LATER' },
  DECLINED: { from: [...unanswered], to: 'DECLINED' },
  waitAnew: { from: ['LATER'], to: 'SUBMITTED' },
  change: { from: ['SUBMITTED'], to: 'SUBMITTED' },
  withdraw: { from: ['SUBMITTED'], to: 'WITHDRAWN' },
});

/** The states of what one may still support, and merge another idea into: open, or accepted. */
export const goingOn = ['SUBMITTED', 'LATER', 'INITIATIVE', 'TASK'] as const satisfies readonly IdeaState[];

export const goesOn = (state: IdeaState): boolean => goingOn.some((one) => one === state);
