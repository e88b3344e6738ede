import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../lib/i18n.ts';
import { oneOf, searchOf } from '../lib/search.ts';
import { loaders } from './later.ts';
import { working } from './working-route.tsx';

const proxies = createRoute({
  getParentRoute: () => working,
  path: '/glosowania/pelnomocnictwa',
  loader: () => loadWords(['ballots']),
  component: lazyRouteComponent(() => import('../features/ballots/proxies-page.tsx'), 'ProxiesPage'),
});

const votingSheet = createRoute({
  getParentRoute: () => working,
  path: '/glosowania/$ballotId/glos',
  /** From where one came: a letter. */
  validateSearch: searchOf({ z: oneOf('list') }),
  loader: loaders.ballotAndSubject,
  component: lazyRouteComponent(() => import('./ballot-route.tsx'), 'VoteRoute'),
});

const projector = createRoute({
  getParentRoute: () => working,
  path: '/glosowania/$ballotId/rzutnik',
  loader: loaders.ballot,
  component: lazyRouteComponent(() => import('../features/ballots/projector-page.tsx'), 'ProjectorPage'),
});

/** The pages of ballots beside their list and their own. */
export const ballotsRoutes = [proxies, votingSheet, projector] as const;
