import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { goals, initiativeLevels, initiativeStages } from '../lib/choices.ts';
import { flag, oneOf, searchOf, words } from '../lib/search.ts';
import { loaders } from './later.ts';
import { only, working } from './working-route.tsx';

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
    widok: oneOf('tablica', 'os'),
    zakonczone: flag,
  }),
  loader: loaders.initiatives,
  component: lazyRouteComponent(() => import('../features/initiatives/initiatives-page.tsx'), 'InitiativesPage'),
});

const initiativeProposal = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/nowa',
  loader: only('proposeInitiative', loaders.initiativeProposal),
  component: lazyRouteComponent(() => import('../features/initiatives/describe-page.tsx'), 'ProposeInitiativePage'),
});

const initiative = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId',
  loader: loaders.initiative,
  component: lazyRouteComponent(() => import('./initiative-route.tsx'), 'InitiativeRoute'),
});

const initiativeChange = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId/zmiana',
  loader: loaders.initiativeDescription,
  component: lazyRouteComponent(() => import('../features/initiatives/describe-page.tsx'), 'ChangeInitiativePage'),
});

/** The pages of initiatives. */
export const initiativesRoutes = [initiatives, initiativeProposal, initiative, initiativeChange] as const;
