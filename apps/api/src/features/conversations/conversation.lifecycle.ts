import { Problem } from '../../kernel/problems.ts';
import type { PlaceFacts } from './conversation.policy.ts';

/** What is closed is read-only, and so is what was said by it. */
export const conversationLifecycle = {
  allows: ({ networkState, taskState }: PlaceFacts): boolean =>
    networkState !== 'CLOSED' && networkState !== 'REJECTED' && taskState !== 'CLOSED',
  /** 409 `wrong-state` where nothing can be said any more. */
  expectOpen: (place: PlaceFacts): void => {
    if (conversationLifecycle.allows(place)) return;
    throw new Problem('wrong-state', { state: place.taskState === 'CLOSED' ? place.taskState : place.networkState });
  },
};
