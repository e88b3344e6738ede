import { createRoute, createRouter, redirect, type AnyRoute, type Router } from '@tanstack/react-router';
import { queryClient } from '../lib/query-client.ts';
import { PageSkeleton, ShellSkeleton } from '../ui/skeleton.tsx';
import { NotFoundHere, RouteFailure } from './failures.tsx';
import { publicRoutes, root } from './public-side.tsx';

type Portal = ReturnType<(typeof import('./working-side.tsx'))['wholePortal']>;

/** Stands for the working side until it is there. */
const workingSide = createRoute({
  getParentRoute: () => root,
  path: '/app/$',
  beforeLoad: async ({ location, preload }) => {
    await openWorkingSide();
    if (!preload) throw redirect({ href: location.href, replace: true });
  },
  pendingComponent: ShellSkeleton,
});

export const router = createRouter({
  routeTree: root.addChildren([...publicRoutes, workingSide] as AnyRoute[]),
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 120,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: RouteFailure,
  defaultNotFoundComponent: NotFoundHere,
  scrollRestoration: true,
});

/** Adds the routes behind the sign-in, once. */
export async function openWorkingSide(): Promise<void> {
  const { wholePortal } = await import('./working-side.tsx');
  wholePortal();
  router.setRoutes(router.buildRouteTree());
  // What stood for them is drawn once more before they take its place.
  Object.assign(router.routesById, { [workingSide.id]: workingSide });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: Router<Portal>;
  }
}
