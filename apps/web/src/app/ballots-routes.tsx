import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { proxiesQuery } from '../features/ballots/ballots.queries.ts';
import { loadWords } from '../lib/i18n.ts';
import { oneOf, searchOf } from '../lib/search.ts';
import * as loaders from './loaders.ts';
import { association, root, type Context } from './public-side.tsx';
import { signedIn, working } from './working-route.tsx';

const proxies = createRoute({
  getParentRoute: () => working,
  path: '/glosowania/pelnomocnictwa',
  loader: ({ context }) => {
    void context.queryClient.prefetchInfiniteQuery(proxiesQuery());
    return loadWords(['ballots']);
  },
  component: lazyRouteComponent(() => import('../features/ballots/proxies-page.tsx'), 'ProxiesPage'),
});

const votingSheet = createRoute({
  getParentRoute: () => working,
  path: '/glosowania/$ballotId/glos',
  /** From where one came: a letter. */
  validateSearch: searchOf({ z: oneOf('list') }),
  loader: loaders.ballot,
  component: lazyRouteComponent(() => import('../features/ballots/vote-page.tsx'), 'VotePage'),
});

/** For the wall of a hall: outside of the frame, and still for those alone who have signed in. */
export const projector = createRoute({
  getParentRoute: () => root,
  path: '/app/glosowania/$ballotId/rzutnik',
  beforeLoad: signedIn,
  loader: ({ context, params }: { readonly context: Context; readonly params: Record<'ballotId', string> }) =>
    Promise.all([loadWords(['problems']), association(context.queryClient), loaders.ballot({ context, params })]),
  component: lazyRouteComponent(() => import('./projector-route.tsx'), 'ProjectorRoute'),
});

/** The pages of ballots beside their list and their own. */
export const ballotsRoutes = [proxies, votingSheet] as const;
