import type { EventKind } from '@blizej/contracts';
import type { Announcements } from '../../kernel/work.ts';

type ResolutionEvent = Extract<EventKind, `resolution.${string}`>;

/** The register is looked up, not announced: whoever rests on a resolution is told of what follows for them (networks). */
export const resolutionsAnnouncements: Announcements<ResolutionEvent> = {
  'resolution.recorded': () => [],
  'resolution.changed': () => [],
};
