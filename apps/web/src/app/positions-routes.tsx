import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { positionStates } from '../lib/choices.ts';
import { flag, oneOf, searchOf, words } from '../lib/search.ts';
import { working } from './working-route.tsx';

type Loaders = typeof import('./positions-loaders.ts');

/** A loader that comes with the first page of positions: the start page carries none of their queries. */
const later =
  <Name extends keyof Loaders>(name: Name) =>
  async (given: Parameters<Loaders[Name]>[0]): Promise<void> => {
    const load = (await import('./positions-loaders.ts'))[name] as (of: typeof given) => Promise<unknown>;
    await load(given);
  };

/** The number of a version. */
const versionNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 10_000 ? value : undefined;

const positions = createRoute({
  getParentRoute: () => working,
  path: '/stanowiska',
  validateSearch: searchOf({ szukaj: words, stan: oneOf(...positionStates), rejestr: flag }),
  loader: later('positions'),
  component: lazyRouteComponent(() => import('../features/positions/positions-page.tsx'), 'PositionsPage'),
});

const positionDraft = createRoute({
  getParentRoute: () => working,
  path: '/stanowiska/nowe',
  loader: later('drafting'),
  component: lazyRouteComponent(() => import('../features/positions/write-page.tsx'), 'DraftPositionPage'),
});

const position = createRoute({
  getParentRoute: () => working,
  path: '/stanowiska/$positionId',
  loader: later('position'),
  component: lazyRouteComponent(() => import('./position-route.tsx'), 'PositionRoute'),
});

const positionText = createRoute({
  getParentRoute: () => working,
  path: '/stanowiska/$positionId/tekst',
  loader: later('writing'),
  component: lazyRouteComponent(() => import('../features/positions/write-page.tsx'), 'WriteTextPage'),
});

const comparison = createRoute({
  getParentRoute: () => working,
  path: '/stanowiska/$positionId/porownanie',
  validateSearch: searchOf({ od: versionNumber, do: versionNumber }),
  loader: later('position'),
  component: lazyRouteComponent(() => import('../features/positions/comparison-page.tsx'), 'ComparisonPage'),
});

/** The pages of positions. */
export const positionsRoutes = [positions, positionDraft, position, positionText, comparison] as const;
