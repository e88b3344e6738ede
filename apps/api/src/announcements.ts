import { accountsAnnouncements } from './features/accounts/index.ts';
import { appointmentsAnnouncements } from './features/appointments/index.ts';
import { ballotsAnnouncements } from './features/ballots/index.ts';
import { conversationsAnnouncements } from './features/conversations/index.ts';
import { documentsAnnouncements } from './features/documents/index.ts';
import { initiativesAnnouncements } from './features/initiatives/index.ts';
import { networkAnnouncements } from './features/networks/index.ts';
import { organizationsAnnouncements } from './features/organizations/index.ts';
import { positionsAnnouncements } from './features/positions/index.ts';
import { resolutionsAnnouncements } from './features/resolutions/index.ts';
import { templatesAnnouncements } from './features/templates/index.ts';
import { taskAnnouncements } from './features/tasks/index.ts';
import type { Announcements } from './kernel/work.ts';

/** Who is told of every kind of event. A kind without an announcement does not compile. */
export const announcements: Announcements = {
  ...accountsAnnouncements,
  ...appointmentsAnnouncements,
  ...organizationsAnnouncements,
  ...resolutionsAnnouncements,
  ...templatesAnnouncements,
  ...initiativesAnnouncements,
  ...networkAnnouncements,
  ...taskAnnouncements,
  ...documentsAnnouncements,
  ...conversationsAnnouncements,
  ...ballotsAnnouncements,
  ...positionsAnnouncements,
};
