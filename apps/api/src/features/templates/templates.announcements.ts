import type { EventKind } from '@blizej/contracts';
import type { Announcements } from '../../kernel/work.ts';

type TemplateEvent = Extract<EventKind, `template.${string}`>;

/** Templates are found where networks are proposed; nobody needs a message. */
export const templatesAnnouncements: Announcements<TemplateEvent> = {
  'template.added': () => [],
  'template.changed': () => [],
  'template.removed': () => [],
};
