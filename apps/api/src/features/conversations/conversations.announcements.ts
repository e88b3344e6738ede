import type { EventKind } from '@blizej/contracts';
import type { Announcements, Audience, NewEvent } from '../../kernel/work.ts';

/** Those whom the text mentions, and who has taken part: the deed has found them. */
const foundByDeed = (event: NewEvent): readonly Audience[] => event.audiences ?? [];

/** Who is told of what is said. */
export const conversationsAnnouncements: Announcements<Extract<EventKind, `comment.${string}`>> = {
  'comment.written': foundByDeed,
  'comment.announced': foundByDeed,
  'comment.written-on-task': foundByDeed,
  // Whom it mentions only since it was edited.
  'comment.changed': foundByDeed,
  'comment.changed-on-task': foundByDeed,
  'comment.written-on-initiative': foundByDeed,
  'comment.announced-on-initiative': foundByDeed,
  'comment.changed-on-initiative': foundByDeed,
  'comment.removed-on-initiative': () => [],
  'comment.removed': () => [],
  'comment.removed-on-task': () => [],
};
