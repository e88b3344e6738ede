import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  assignmentStates,
  ballotStates,
  goals,
  issuingBodies,
  networkKinds,
  networkStates,
  offices,
  standings,
  topics,
  validities,
} from '../lib/choices.ts';
import { loadWords } from '../lib/i18n.ts';
import { day, flag, id, month, oneOf, problem, searchOf, title, words, year } from '../lib/search.ts';
import { ideasRoutes } from './ideas-routes.tsx';
import { balancesRoutes } from './balances-routes.tsx';
import { ballotsRoutes } from './ballots-routes.tsx';
import { fundingRoutes } from './funding-routes.tsx';
import { budgetsRoutes } from './budgets-routes.tsx';
import { NotFoundHere } from './failures.tsx';
import { initiativesRoutes } from './initiatives-routes.tsx';
import { loaders } from './later.ts';
import { meetingsRoutes } from './meetings-routes.tsx';
import { partnersRoutes } from './partners-routes.tsx';
import { positionsRoutes } from './positions-routes.tsx';
import { publicRoutes, root } from './public-side.tsx';
import { start } from './start-side.tsx';
import { only, working } from './working-route.tsx';

// The routes of those who have signed in; whoever has not carries none of them, and the start page only its own.

/** Whose resolutions: a gmina's, or the association's. */
const issuer = (value: unknown): string | undefined => (value === 'association' ? value : id(value));

/** Which network a page is about. */
const ofNetwork = searchOf({ siec: id });

const networks = createRoute({
  getParentRoute: () => working,
  path: '/sieci',
  validateSearch: searchOf({
    szukaj: words,
    stan: oneOf(...networkStates),
    rodzaj: oneOf(...networkKinds),
    cel: oneOf(...goals),
    temat: words,
    moje: flag,
  }),
  loader: loaders.networks,
  component: lazyRouteComponent(() => import('../features/networks/networks-page.tsx'), 'NetworksPage'),
});

const networkProposal = createRoute({
  getParentRoute: () => working,
  path: '/sieci/nowa',
  validateSearch: searchOf({ wzor: id }),
  loader: only('proposeNetwork', loaders.networkProposal),
  component: lazyRouteComponent(() => import('../features/networks/propose-network-page.tsx'), 'ProposeNetworkPage'),
});

const networkTemplates = createRoute({
  getParentRoute: () => working,
  path: '/sieci/wzory',
  loader: only('useNetworks', loaders.templates),
  component: lazyRouteComponent(() => import('../features/networks/templates-page.tsx'), 'TemplatesPage'),
});

const templateWriting = createRoute({
  getParentRoute: () => working,
  path: '/sieci/wzory/nowy',
  validateSearch: ofNetwork,
  loader: only('keepTemplates', () => loaders.templateWords()),
  component: lazyRouteComponent(() => import('./template-route.tsx'), 'AddTemplateRoute'),
});

const template = createRoute({
  getParentRoute: () => working,
  path: '/sieci/wzory/$templateId',
  loader: only('keepTemplates', loaders.template),
  component: lazyRouteComponent(() => import('./template-route.tsx'), 'ChangeTemplateRoute'),
});

const networkCoverage = createRoute({
  getParentRoute: () => working,
  path: '/sieci/zasieg',
  validateSearch: searchOf({ wojewodztwo: words }),
  loader: only('useNetworks', loaders.coverage),
  component: lazyRouteComponent(() => import('../features/networks/coverage-page.tsx'), 'CoveragePage'),
});

const network = createRoute({
  getParentRoute: () => working,
  path: '/sieci/$networkId',
  loader: loaders.network,
  component: lazyRouteComponent(() => import('./network-route.tsx'), 'NetworkRoute'),
});

const closingReport = createRoute({
  getParentRoute: () => working,
  path: '/sieci/$networkId/sprawozdanie',
  loader: loaders.closingReport,
  component: lazyRouteComponent(() => import('../features/networks/report-page.tsx'), 'ReportPage'),
});

const resolutions = createRoute({
  getParentRoute: () => working,
  path: '/uchwaly',
  validateSearch: searchOf({
    szukaj: words,
    organ: oneOf(...issuingBodies),
    czyja: issuer,
    stan: oneOf(...validities),
  }),
  loader: loaders.resolutions,
  component: lazyRouteComponent(() => import('../features/resolutions/resolutions-page.tsx'), 'ResolutionsPage'),
});

const resolution = createRoute({
  getParentRoute: () => working,
  path: '/uchwaly/$resolutionId',
  loader: loaders.resolution,
  component: lazyRouteComponent(() => import('./resolution-route.tsx'), 'ResolutionRoute'),
});

const tasks = createRoute({
  getParentRoute: () => working,
  path: '/zadania',
  validateSearch: searchOf({
    widok: oneOf('tablica', 'kalendarz'),
    pokaz: oneOf('tasks', 'todo', 'submitted', 'asking', 'done'),
    spoznione: flag,
    siec: id,
    miesiac: month,
  }),
  loader: loaders.tasks,
  component: lazyRouteComponent(() => import('../features/tasks/tasks-page.tsx'), 'TasksPage'),
});

const taskWriting = createRoute({
  getParentRoute: () => working,
  path: '/zadania/nowe',
  validateSearch: searchOf({ siec: id, standardowe: title, inicjatywa: id }),
  loader: only('writeTask', () => loadWords(['tasks', 'forms'])),
  component: lazyRouteComponent(() => import('./write-task-route.tsx'), 'WriteTaskRoute'),
});

const task = createRoute({
  getParentRoute: () => working,
  path: '/zadania/$taskId',
  loader: loaders.task,
  component: lazyRouteComponent(() => import('./task-route.tsx'), 'TaskRoute'),
});

const answer = createRoute({
  getParentRoute: () => working,
  path: '/zadania/$taskId/gminy/$organizationId',
  loader: loaders.answer,
  component: lazyRouteComponent(() => import('./answer-route.tsx'), 'AnswerRoute'),
});

const ofAnswers = searchOf({ stan: oneOf(...assignmentStates), spoznione: flag, wojewodztwo: words, szukaj: words });

const answers = createRoute({
  getParentRoute: () => working,
  path: '/zadania/$taskId/odpowiedzi',
  validateSearch: ofAnswers,
  loader: only('reviewAnswers', loaders.questions),
  component: lazyRouteComponent(() => import('../features/tasks/answers-matrix-page.tsx'), 'AnswersMatrixPage'),
});

const formChange = createRoute({
  getParentRoute: () => working,
  path: '/zadania/$taskId/formularz',
  loader: only('writeTask', loaders.questions),
  component: lazyRouteComponent(() => import('../features/tasks/change-form-page.tsx'), 'ChangeFormPage'),
});

const ballots = createRoute({
  getParentRoute: () => working,
  path: '/glosowania',
  validateSearch: searchOf({ stan: oneOf(...ballotStates) }),
  loader: loaders.ballots,
  component: lazyRouteComponent(() => import('../features/ballots/ballots-page.tsx'), 'BallotsPage'),
});

const ballotWriting = createRoute({
  getParentRoute: () => working,
  path: '/glosowania/nowe',
  loader: only('writeBallot', () => loadWords(['ballots'])),
  component: lazyRouteComponent(() => import('../features/ballots/write-ballot-page.tsx'), 'WriteBallotPage'),
});

const ballot = createRoute({
  getParentRoute: () => working,
  path: '/glosowania/$ballotId',
  loader: loaders.ballotAndSubject,
  component: lazyRouteComponent(() => import('./ballot-route.tsx'), 'BallotRoute'),
});

const ballotChange = createRoute({
  getParentRoute: () => working,
  path: '/glosowania/$ballotId/zmiana',
  loader: only('writeBallot', loaders.ballot),
  component: lazyRouteComponent(() => import('../features/ballots/change-ballot-page.tsx'), 'ChangeBallotPage'),
});

const inbox = createRoute({
  getParentRoute: () => working,
  path: '/skrzynka',
  validateSearch: searchOf({ nieprzeczytane: flag }),
  loader: loaders.inbox,
  component: lazyRouteComponent(() => import('../features/activity/inbox-page.tsx'), 'InboxPage'),
});

const directory = createRoute({
  getParentRoute: () => working,
  path: '/gminy',
  validateSearch: searchOf({
    szukaj: words,
    wojewodztwo: words,
    status: oneOf('CANDIDATE', 'MEMBER', 'FORMER'),
    wszystkie: flag,
  }),
  loader: loaders.directory,
  component: lazyRouteComponent(() => import('../features/organizations/directory-page.tsx'), 'DirectoryPage'),
});

const organization = createRoute({
  getParentRoute: () => working,
  path: '/gminy/$organizationId',
  loader: loaders.organization,
  component: lazyRouteComponent(() => import('./organization-route.tsx'), 'OrganizationRoute'),
});

const ofGmina = searchOf({ gmina: id });
const ofInvitations = searchOf({ gmina: id, wszystkie: flag });

const invitations = createRoute({
  getParentRoute: () => working,
  path: '/zaproszenia',
  validateSearch: ofInvitations,
  loader: only('invite', () => loadWords(['invitations'])),
  component: lazyRouteComponent(() => import('../features/accounts/invitations-page.tsx'), 'InvitationsPage'),
});

const invitationWriting = createRoute({
  getParentRoute: () => working,
  path: '/zaproszenia/nowe',
  validateSearch: ofGmina,
  loader: only('invite', loaders.invitationWriting),
  component: lazyRouteComponent(() => import('../features/accounts/invite-page.tsx'), 'InvitePage'),
});

const ofRun = searchOf({ przebieg: id });

const invitationList = createRoute({
  getParentRoute: () => working,
  path: '/zaproszenia/lista',
  validateSearch: ofRun,
  loader: only('invite', () => loadWords(['invitations'])),
  component: lazyRouteComponent(() => import('../features/accounts/list-page.tsx'), 'ListPage'),
});

const election = createRoute({
  getParentRoute: () => working,
  path: '/zarzadzanie/wybory',
  loader: only('runElection', loaders.election),
  component: lazyRouteComponent(() => import('../features/appointments/election-page.tsx'), 'ElectionPage'),
});

const profile = createRoute({
  getParentRoute: () => working,
  path: '/profil',
  loader: loaders.profile,
  component: lazyRouteComponent(() => import('../features/accounts/profile-page.tsx'), 'ProfilePage'),
});

const outbox = createRoute({
  getParentRoute: () => working,
  path: '/poczta',
  loader: () => loadWords(['outbox']),
  component: lazyRouteComponent(() => import('./outbox-page.tsx'), 'OutboxPage'),
});

const security = createRoute({
  getParentRoute: () => working,
  path: '/profil/bezpieczenstwo',
  validateSearch: searchOf({ problem }),
  loader: loaders.security,
  component: lazyRouteComponent(() => import('../features/accounts/security-page.tsx'), 'SecurityPage'),
});

const administration = createRoute({
  getParentRoute: () => working,
  path: '/zarzadzanie',
  loader: only('administer', () => loadWords(['administration'])),
  component: lazyRouteComponent(() => import('./administration-page.tsx'), 'AdministrationPage'),
});

const ofPeople = searchOf({
  szukaj: words,
  funkcja: oneOf(...offices),
  organizacja: id,
  stan: oneOf(...standings),
});

const people = createRoute({
  getParentRoute: () => working,
  path: '/zarzadzanie/osoby',
  validateSearch: ofPeople,
  loader: only('readPeople', loaders.people),
  component: lazyRouteComponent(() => import('../features/organizations/people-page.tsx'), 'PeoplePage'),
});

const person = createRoute({
  getParentRoute: () => working,
  path: '/zarzadzanie/osoby/$personId',
  loader: only('readPeople', loaders.person),
  component: lazyRouteComponent(() => import('../features/organizations/person-page.tsx'), 'PersonPage'),
});

const ofYear = searchOf({ rok: year });

const dues = createRoute({
  getParentRoute: () => working,
  path: '/zarzadzanie/skladki',
  validateSearch: ofYear,
  loaderDeps: ({ search }) => search,
  loader: only('administer', loaders.dues),
  component: lazyRouteComponent(() => import('../features/organizations/dues-page.tsx'), 'DuesPage'),
});

const ofAudit = searchOf({ rodzaj: oneOf(...topics), osoba: id, organizacja: id, od: day, do: day, wydarzenie: id });

const audit = createRoute({
  getParentRoute: () => working,
  path: '/zarzadzanie/dziennik',
  validateSearch: ofAudit,
  loader: only('administer', loaders.audit),
  component: lazyRouteComponent(() => import('../features/activity/audit-page.tsx'), 'AuditPage'),
});

/** All pages behind the sign-in. */
const pages = [
  start,
  networks,
  networkProposal,
  ...initiativesRoutes,
  ...ideasRoutes,
  ...balancesRoutes,
  ...partnersRoutes,
  ...fundingRoutes,
  ...budgetsRoutes,
  ...positionsRoutes,
  networkTemplates,
  templateWriting,
  template,
  networkCoverage,
  network,
  closingReport,
  resolutions,
  resolution,
  tasks,
  taskWriting,
  task,
  answer,
  answers,
  formChange,
  ...meetingsRoutes,
  ballots,
  ballotWriting,
  ...ballotsRoutes,
  ballot,
  ballotChange,
  inbox,
  directory,
  organization,
  invitations,
  invitationWriting,
  invitationList,
  election,
  profile,
  outbox,
  security,
  administration,
  people,
  person,
  dues,
  audit,
] as const;

/** The whole portal: what is public, and what is behind the sign-in. */
export const wholePortal = () => {
  // What is not there for the viewer is told in the place of the page, within the frame.
  for (const page of pages) page.update({ notFoundComponent: NotFoundHere });
  return root.addChildren([...publicRoutes, working.addChildren(pages)]);
};
