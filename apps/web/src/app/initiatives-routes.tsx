import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { initiativeQuery, initiativesQuery } from '../features/initiatives/initiatives.queries.ts';
import { goals, initiativeLevels, initiativeStages } from '../lib/choices.ts';
import { loadWords } from '../lib/i18n.ts';
import { flag, oneOf, searchOf, words } from '../lib/search.ts';
import type { Context } from './public-side.tsx';
import { only, working } from './working-route.tsx';

interface Loading {
  readonly context: Context;
}

const loadInitiatives = ({ context }: Loading) => {
  void context.queryClient.prefetchInfiniteQuery(initiativesQuery({}));
  return loadWords(['initiatives', 'life']);
};

const loadInitiative = ({ context, params }: Loading & { readonly params: Record<'initiativeId', string> }) =>
  Promise.all([
    loadWords(['initiatives', 'funding', 'life', 'events']),
    context.queryClient.ensureQueryData(initiativeQuery(params.initiativeId)),
  ]);

const initiatives = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy',
  validateSearch: searchOf({
    szukaj: words,
    etap: oneOf(...initiativeStages),
    zasieg: oneOf(...initiativeLevels),
    cel: oneOf(...goals),
    nasze: flag,
    obserwowane: flag,
    widok: oneOf('tablica'),
  }),
  loader: loadInitiatives,
  component: lazyRouteComponent(() => import('../features/initiatives/initiatives-page.tsx'), 'InitiativesPage'),
});

const initiativeProposal = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/nowa',
  loader: only('proposeInitiative', () => loadWords(['initiatives', 'life'])),
  component: lazyRouteComponent(() => import('../features/initiatives/describe-page.tsx'), 'ProposeInitiativePage'),
});

const initiative = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId',
  loader: loadInitiative,
  component: lazyRouteComponent(() => import('./initiative-route.tsx'), 'InitiativeRoute'),
});

const initiativeChange = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId/zmiana',
  loader: loadInitiative,
  component: lazyRouteComponent(() => import('../features/initiatives/describe-page.tsx'), 'ChangeInitiativePage'),
});

/** The pages of initiatives. */
export const initiativesRoutes = [initiatives, initiativeProposal, initiative, initiativeChange] as const;
