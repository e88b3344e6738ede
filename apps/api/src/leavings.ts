import { tellOfLeaving } from './features/initiatives/index.ts';
import type { WhenLeft } from './kernel/leaving.ts';

/** All that follows where a gmina leaves the association. */
export const leavings: readonly WhenLeft[] = [tellOfLeaving];
