import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { startQuery } from '../features/dashboards/dashboards.queries.ts';
import { loadWords } from '../lib/i18n.ts';
import { sessionQuery } from '../lib/session.ts';
import { isGuest } from './places.ts';
import { publicRoutes, root } from './public-side.tsx';
import { working } from './working-route.tsx';

export const start = createRoute({
  getParentRoute: () => working,
  path: '/',
  loader: ({ context }) => {
    const session = context.queryClient.getQueryData(sessionQuery().queryKey);
    // A guest begins with what a guest has.
    if (session && isGuest(session.abilities)) throw redirect({ to: '/app/inicjatywy', replace: true });
    return Promise.all([loadWords(['dashboards', 'events']), context.queryClient.ensureQueryData(startQuery())]);
  },
  component: lazyRouteComponent(() => import('../features/dashboards/start-page.tsx'), 'StartPage'),
});

/** The working side as far as its first page needs it; `beyond` stands for all the others. */
export const startSide = (beyond: ReturnType<typeof beyondStart>) =>
  root.addChildren([...publicRoutes, working.addChildren([start, beyond])]);

/** Stands for the places behind the start page until they are there. */
export const beyondStart = (open: () => Promise<void>) =>
  createRoute({
    getParentRoute: () => working,
    path: '/$',
    beforeLoad: async ({ location, preload }) => {
      await open();
      if (!preload) throw redirect({ href: location.href, replace: true });
    },
  });
