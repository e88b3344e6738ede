import { accountsAnnouncements } from './features/accounts/index.ts';
import { appointmentsAnnouncements } from './features/appointments/index.ts';
import { balancesAnnouncements } from './features/balances/index.ts';
import { ballotsAnnouncements } from './features/ballots/index.ts';
import { budgetsAnnouncements } from './features/budgets/index.ts';
import { conversationsAnnouncements } from './features/conversations/index.ts';
import { documentsAnnouncements } from './features/documents/index.ts';
import { ideasAnnouncements } from './features/ideas/index.ts';
import { fundingAnnouncements } from './features/funding/index.ts';
import { initiativesAnnouncements } from './features/initiatives/index.ts';
import { meetingsAnnouncements } from './features/meetings/index.ts';
import { networkAnnouncements } from './features/networks/index.ts';
import { organizationsAnnouncements } from './features/organizations/index.ts';
import { partnersAnnouncements } from './features/partners/index.ts';
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
  ...balancesAnnouncements,
  ...networkAnnouncements,
  ...taskAnnouncements,
  ...documentsAnnouncements,
  ...conversationsAnnouncements,
  ...ballotsAnnouncements,
  ...ideasAnnouncements,
  ...meetingsAnnouncements,
  ...partnersAnnouncements,
  ...fundingAnnouncements,
  ...budgetsAnnouncements,
  ...positionsAnnouncements,
};
