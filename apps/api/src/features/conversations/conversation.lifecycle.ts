import { Problem } from '../../kernel/problems.ts';
import type { PlaceFacts } from './conversation.policy.ts';

const over: readonly string[] = ['CLOSED', 'REJECTED', 'COMPLETED', 'ABANDONED'];

/** The state of the task, the network or the initiative in which nothing is said any more; undefined where none is. */
const obstacle = ({ taskState, networkState, initiativeStage }: PlaceFacts): string | undefined =>
  [taskState, networkState, initiativeStage].find((state) => state !== null && over.includes(state)) ?? undefined;

/** What is closed is read-only, and so is what was said by it. */
export const conversationLifecycle = {
  allows: (place: PlaceFacts): boolean => obstacle(place) === undefined,
  /** 409 `wrong-state` where nothing can be said any more. */
  expectOpen: (place: PlaceFacts): void => {
    const state = obstacle(place);
    if (state !== undefined) throw new Problem('wrong-state', { state });
  },
};
