import { newsDigest } from './features/activity/index.ts';
import { reminderDigest } from './features/tasks/index.ts';
import type { DigestPart } from './kernel/digest.ts';

/** Everything of which people are told by the one letter a day, in the order of the letter. */
export const digestParts: readonly DigestPart[] = [reminderDigest, newsDigest];
