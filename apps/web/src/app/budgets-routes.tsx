import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchOf } from '../lib/search.ts';
import { loaders } from './later.ts';
import { working } from './working-route.tsx';

/** The number of a version. */
const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10_000 ? value : undefined;

const ofVersion = searchOf({ wersja: number });

const budget = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId/budzet',
  validateSearch: ofVersion,
  loaderDeps: ({ search }) => search,
  loader: loaders.budget,
  component: lazyRouteComponent(() => import('../features/budgets/budget-page.tsx'), 'BudgetPage'),
});

const budgetPlan = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId/budzet/plan',
  loader: loaders.budget,
  component: lazyRouteComponent(() => import('../features/budgets/plan-page.tsx'), 'PlanBudgetPage'),
});

/** The pages of the money of initiatives. */
export const budgetsRoutes = [budget, budgetPlan] as const;
