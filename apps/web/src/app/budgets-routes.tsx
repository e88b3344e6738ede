import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { budgetQuery } from '../features/budgets/budgets.queries.ts';
import { loadWords } from '../lib/i18n.ts';
import { searchOf } from '../lib/search.ts';
import type { Context } from './public-side.tsx';
import { working } from './working-route.tsx';

interface Loading {
  readonly context: Context;
  readonly params: Record<'initiativeId', string>;
}

/** The number of a version. */
const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10_000 ? value : undefined;

const ofVersion = searchOf({ wersja: number });

const loadBudget = ({ context, params, deps }: Loading & { readonly deps: ReturnType<typeof ofVersion> }) =>
  Promise.all([
    loadWords(['budgets', 'problems']),
    context.queryClient.ensureQueryData(budgetQuery(params.initiativeId, deps.wersja)),
  ]);

const budget = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId/budzet',
  validateSearch: ofVersion,
  loaderDeps: ({ search }) => search,
  loader: loadBudget,
  component: lazyRouteComponent(() => import('../features/budgets/budget-page.tsx'), 'BudgetPage'),
});

const budgetPlan = createRoute({
  getParentRoute: () => working,
  path: '/inicjatywy/$initiativeId/budzet/plan',
  loader: loadBudget,
  component: lazyRouteComponent(() => import('../features/budgets/plan-page.tsx'), 'PlanBudgetPage'),
});

/** The pages of the money of initiatives. */
export const budgetsRoutes = [budget, budgetPlan] as const;
