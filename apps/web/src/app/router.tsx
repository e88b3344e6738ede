import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import type { SessionView } from '@blizej/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { isProblem } from '../lib/api.ts';
import { associationQuery } from '../lib/association.ts';
import { loadWords } from '../lib/i18n.ts';
import { queryClient } from '../lib/query-client.ts';
import { regionQuery } from '../lib/region.ts';
import { flag, id, oneOf, place, searchOf, words } from '../lib/search.ts';
import { sessionQuery } from '../lib/session.ts';
import { notificationsQuery } from '../features/activity/activity.queries.ts';
import { startQuery } from '../features/dashboards/dashboards.queries.ts';
import {
  membershipsQuery,
  networkKinds,
  networkQuery,
  networksQuery,
  networkStates,
} from '../features/networks/networks.queries.ts';
import { organizationQuery, organizationsQuery } from '../features/organizations/organizations.queries.ts';
import {
  answersQuery,
  assignmentQuery,
  assignmentsQuery,
  taskQuery,
  tasksQuery,
} from '../features/tasks/tasks.queries.ts';
import { PageSkeleton, ShellSkeleton } from '../ui/skeleton.tsx';
import { FailureOutside, NotFound, NotFoundOutside, RouteFailure } from './failures.tsx';
import { Root } from './root.tsx';

interface Context {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<Context>()({
  component: Root,
  notFoundComponent: NotFoundOutside,
  errorComponent: FailureOutside,
});

/** The association's name belongs to a page's first paint; without it the page still opens. */
const association = (client: QueryClient): Promise<unknown> =>
  client.ensureQueryData(associationQuery()).catch(() => undefined);

const landing = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context }) => Promise.all([loadWords(['landing']), association(context.queryClient)]),
  component: lazyRouteComponent(() => import('./landing-page.tsx'), 'LandingPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/logowanie',
  validateSearch: searchOf({ powrot: place }),
  loader: ({ context }) => Promise.all([loadWords(['accounts', 'problems']), association(context.queryClient)]),
  component: lazyRouteComponent(() => import('../features/accounts/sign-in-page.tsx'), 'SignInPage'),
});

/** A page for a deed that the viewer may not do does not exist for them. */
const onlyWhere = ({ queryClient: client }: Context, ability: keyof SessionView['abilities']): void => {
  if (!client.getQueryData(sessionQuery().queryKey)?.abilities[ability]) throw notFound();
};

const working = createRoute({
  getParentRoute: () => root,
  path: '/app',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(sessionQuery());
    } catch (error) {
      if (isProblem(error, 'unauthenticated')) throw redirect({ to: '/logowanie', search: { powrot: location.href } });
      throw error;
    }
  },
  loader: ({ context }) => Promise.all([loadWords(['problems']), association(context.queryClient)]),
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
  notFoundComponent: NotFound,
  errorComponent: FailureOutside,
  pendingComponent: ShellSkeleton,
});

const start = createRoute({
  getParentRoute: () => working,
  path: '/',
  loader: ({ context }) =>
    Promise.all([loadWords(['dashboards', 'events']), context.queryClient.ensureQueryData(startQuery())]),
  component: lazyRouteComponent(() => import('../features/dashboards/start-page.tsx'), 'StartPage'),
});

const networks = createRoute({
  getParentRoute: () => working,
  path: '/sieci',
  validateSearch: searchOf({
    szukaj: words,
    stan: oneOf(...networkStates),
    rodzaj: oneOf(...networkKinds),
    moje: flag,
  }),
  loader: ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(networksQuery({}));
    return loadWords(['networks']);
  },
  component: lazyRouteComponent(() => import('../features/networks/networks-page.tsx'), 'NetworksPage'),
});

const networkProposal = createRoute({
  getParentRoute: () => working,
  path: '/sieci/nowa',
  beforeLoad: ({ context }) => onlyWhere(context, 'proposeNetwork'),
  loader: () => loadWords(['networks']),
  component: lazyRouteComponent(() => import('../features/networks/propose-network-page.tsx'), 'ProposeNetworkPage'),
});

const network = createRoute({
  getParentRoute: () => working,
  path: '/sieci/$networkId',
  loader: ({ context, params }) =>
    Promise.all([
      loadWords(['networks', 'tasks', 'events']),
      context.queryClient.ensureQueryData(networkQuery(params.networkId)),
      context.queryClient.ensureQueryData(membershipsQuery(params.networkId)),
    ]),
  component: lazyRouteComponent(() => import('./network-route.tsx'), 'NetworkRoute'),
});

const tasks = createRoute({
  getParentRoute: () => working,
  path: '/zadania',
  validateSearch: searchOf({ pokaz: oneOf('tasks', 'todo', 'submitted', 'done'), spoznione: flag, siec: id }),
  loader: ({ context }) => {
    const session = context.queryClient.getQueryData(sessionQuery().queryKey);
    void (session?.abilities.reviewAnswers
      ? context.queryClient.prefetchInfiniteQuery(tasksQuery({ state: 'OPEN' }))
      : context.queryClient.prefetchInfiniteQuery(assignmentsQuery({ show: 'todo' })));
    return loadWords(['tasks']);
  },
  component: lazyRouteComponent(() => import('../features/tasks/tasks-page.tsx'), 'TasksPage'),
});

const ofNetwork = searchOf({ siec: id });

const taskWriting = createRoute({
  getParentRoute: () => working,
  path: '/zadania/nowe',
  validateSearch: ofNetwork,
  beforeLoad: ({ context }) => onlyWhere(context, 'writeTask'),
  loader: () => loadWords(['tasks']),
  component: lazyRouteComponent(() => import('./write-task-route.tsx'), 'WriteTaskRoute'),
});

const task = createRoute({
  getParentRoute: () => working,
  path: '/zadania/$taskId',
  loader: async ({ context, params }) => {
    const answers = context.queryClient.ensureQueryData(answersQuery(params.taskId));
    const [view] = await Promise.all([
      context.queryClient.ensureQueryData(taskQuery(params.taskId)),
      answers,
      loadWords(['tasks', 'events']),
    ]);
    await Promise.all(
      view.mine.map((gmina) => context.queryClient.ensureQueryData(assignmentQuery(params.taskId, gmina))),
    );
  },
  component: lazyRouteComponent(() => import('../features/tasks/task-page.tsx'), 'TaskPage'),
});

const answer = createRoute({
  getParentRoute: () => working,
  path: '/zadania/$taskId/gminy/$organizationId',
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(assignmentQuery(params.taskId, params.organizationId)),
      context.queryClient.ensureQueryData(taskQuery(params.taskId)),
      context.queryClient.ensureQueryData(answersQuery(params.taskId)),
      loadWords(['tasks']),
    ]),
  component: lazyRouteComponent(() => import('../features/tasks/answer-page.tsx'), 'AnswerPage'),
});

const inbox = createRoute({
  getParentRoute: () => working,
  path: '/skrzynka',
  validateSearch: searchOf({ nieprzeczytane: flag }),
  loader: ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(notificationsQuery({}));
    return loadWords(['activity', 'events']);
  },
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
  loader: ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(organizationsQuery({ members: 'true' }));
    void context.queryClient.prefetchQuery(regionQuery());
    return loadWords(['organizations']);
  },
  component: lazyRouteComponent(() => import('../features/organizations/directory-page.tsx'), 'DirectoryPage'),
});

const organization = createRoute({
  getParentRoute: () => working,
  path: '/gminy/$organizationId',
  loader: ({ context, params }) =>
    Promise.all([
      context.queryClient.ensureQueryData(organizationQuery(params.organizationId)),
      context.queryClient.ensureQueryData(regionQuery()),
      loadWords(['organizations']),
    ]),
  component: lazyRouteComponent(() => import('../features/organizations/organization-page.tsx'), 'OrganizationPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    landing,
    signIn,
    working.addChildren([
      start,
      networks,
      networkProposal,
      network,
      tasks,
      taskWriting,
      task,
      answer,
      inbox,
      directory,
      organization,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 120,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: RouteFailure,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
