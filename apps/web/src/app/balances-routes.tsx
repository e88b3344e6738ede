import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Loading } from '../features/balances/pages.ts';
import { searchOf, year } from '../lib/search.ts';
import { only, working } from './working-route.tsx';

const pages = () => import('../features/balances/pages.ts');
const ofYear = searchOf({ rok: year });

const balance = createRoute({
  getParentRoute: () => working,
  path: '/gminy/$organizationId/bilans',
  validateSearch: ofYear,
  loaderDeps: ({ search }) => search,
  loader: async (given) => (await pages()).loadBalance(given),
  component: lazyRouteComponent(pages, 'BalancePage'),
});

const valueDeclaration = createRoute({
  getParentRoute: () => working,
  path: '/gminy/$organizationId/bilans/nowy',
  validateSearch: ofYear,
  loaderDeps: ({ search }) => search,
  loader: async (given) => (await pages()).loadBalance(given),
  component: lazyRouteComponent(pages, 'DeclareValuePage'),
});

const balances = createRoute({
  getParentRoute: () => working,
  path: '/zarzadzanie/bilanse',
  validateSearch: ofYear,
  loaderDeps: ({ search }) => search,
  loader: only('administer', async (given: Loading) => (await pages()).loadBalances(given)),
  component: lazyRouteComponent(pages, 'BalancesPage'),
});

/** The pages of what membership costs the gminas and brings them. */
export const balancesRoutes = [balance, valueDeclaration, balances] as const;
