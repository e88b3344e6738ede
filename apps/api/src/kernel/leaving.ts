import type { Actor } from './actor.ts';
import type { Work } from './work.ts';

/**
 * What follows where a gmina leaves the association, in the same transaction. Each feature tells of its own; the root puts
 * them together (leavings.ts), so that whoever lets a gmina go need not know the features.
 */
export type WhenLeft = (
  work: Work,
  actor: Actor,
  gmina: { readonly id: string; readonly name: string },
) => Promise<void>;
