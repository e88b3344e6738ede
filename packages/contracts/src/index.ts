import { accountsRoutes } from './accounts.ts';
import { activityRoutes } from './activity.ts';
import { appointmentsRoutes } from './appointments.ts';
import { auditRoutes } from './audit.ts';
import { balancesRoutes } from './balances.ts';
import { checklistsRoutes } from './checklists.ts';
import { ballotsRoutes } from './ballots.ts';
import { budgetsRoutes } from './budgets.ts';
import { conversationsRoutes } from './conversations.ts';
import { dashboardsRoutes } from './dashboards.ts';
import { decisionsRoutes } from './decisions.ts';
import { demoRoutes } from './demo.ts';
import { documentsRoutes } from './documents.ts';
import { ideasRoutes } from './ideas.ts';
import { fundingPlansRoutes } from './funding-plans.ts';
import { fundingRoutes } from './funding.ts';
import { identitiesRoutes } from './identities.ts';
import { initiativesRoutes } from './initiatives.ts';
import { invitationsRoutes } from './invitations.ts';
import { dueRequestsRoutes } from './due-requests.ts';
import { duesRoutes } from './dues.ts';
import { meetingsRoutes } from './meetings.ts';
import { liveRoutes } from './live.ts';
import { networkTemplatesRoutes } from './network-templates.ts';
import { networksRoutes } from './networks.ts';
import { organizationsRoutes } from './organizations.ts';
import { partnerCardsRoutes } from './partner-cards.ts';
import { partnersRoutes } from './partners.ts';
import { peopleRoutes } from './people.ts';
import { platformRoutes } from './platform.ts';
import { positionRegisterRoutes } from './position-register.ts';
import { positionsRoutes } from './positions.ts';
import { profileRoutes } from './profile.ts';
import { resolutionsRoutes } from './resolutions.ts';
import { searchRoutes } from './search.ts';
import { securityRoutes } from './security.ts';
import { taskChangesRoutes } from './task-changes.ts';
import { taskSeriesRoutes } from './task-series.ts';
import { tasksRoutes } from './tasks.ts';

export * from './accounts.ts';
export * from './activity.ts';
export * from './appointments.ts';
export * from './audit.ts';
export * from './balances.ts';
export * from './checklists.ts';
export * from './ballots.ts';
export * from './balance-worth.ts';
export * from './budget-balance.ts';
export * from './budgets.ts';
export * from './conversations.ts';
export * from './dashboards.ts';
export * from './decisions.ts';
export * from './demo.ts';
export * from './documents.ts';
export * from './due-requests.ts';
export * from './dues.ts';
export * from './events.ts';
export type { TableRow } from './form-emptiness.ts';
export * from './form-values.ts';
export * from './forms.ts';
export * from './ideas.ts';
export * from './funding-plans.ts';
export * from './funding.ts';
export * from './identities.ts';
export * from './initiatives.ts';
export * from './invitations.ts';
export * from './live.ts';
export * from './limits.ts';
export * from './meetings.ts';
export * from './localized.ts';
export * from './network-templates.ts';
export * from './networks.ts';
export * from './organizations.ts';
export * from './partner-cards.ts';
export * from './partners.ts';
export * from './people.ts';
export * from './platform.ts';
export { addressIssues } from './position-aftermath.ts';
export * from './position-kinds.ts';
export * from './position-register.ts';
export * from './position-views.ts';
export * from './positions.ts';
export * from './primitives.ts';
export * from './problems.ts';
export * from './profile.ts';
export * from './resolutions.ts';
export * from './rich-text-pieces.ts';
export * from './rich-text.ts';
export * from './route.ts';
export * from './seals.ts';
export * from './search.ts';
export * from './security.ts';
export * from './shares.ts';
export * from './task-changes.ts';
export * from './task-series.ts';
export * from './tasks.ts';
export type { CompleteWords } from './words.ts';

/** Every route of the API. */
export const api = {
  ...accountsRoutes,
  ...securityRoutes,
  ...decisionsRoutes,
  ...invitationsRoutes,
  ...appointmentsRoutes,
  ...profileRoutes,
  ...identitiesRoutes,
  ...activityRoutes,
  ...auditRoutes,
  ...liveRoutes,
  ...organizationsRoutes,
  ...peopleRoutes,
  ...duesRoutes,
  ...resolutionsRoutes,
  ...networkTemplatesRoutes,
  ...initiativesRoutes,
  ...balancesRoutes,
  ...networksRoutes,
  ...tasksRoutes,
  ...taskChangesRoutes,
  ...taskSeriesRoutes,
  ...checklistsRoutes,
  ...dueRequestsRoutes,
  ...documentsRoutes,
  ...conversationsRoutes,
  ...ballotsRoutes,
  ...ideasRoutes,
  ...meetingsRoutes,
  ...partnersRoutes,
  ...partnerCardsRoutes,
  ...fundingRoutes,
  ...fundingPlansRoutes,
  ...budgetsRoutes,
  ...positionsRoutes,
  ...positionRegisterRoutes,
  ...dashboardsRoutes,
  ...searchRoutes,
  ...demoRoutes,
  ...platformRoutes,
};
export type RouteName = keyof typeof api;
