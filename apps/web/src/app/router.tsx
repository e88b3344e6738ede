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
    await openFor(location.pathname);
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

/** Takes what was added to the tree. What stood for it is drawn once more before it takes its place. */
const takeIn = (standIn: AnyRoute): void => {
  router.setRoutes(router.buildRouteTree());
  Object.assign(router.routesById, { [standIn.id]: standIn });
};

/** Adds all routes behind the sign-in, once. */
export async function openWorkingSide(standIn: AnyRoute = workingSide): Promise<void> {
  const { wholePortal } = await import('./working-side.tsx');
  wholePortal();
  takeIn(standIn);
}

/** Adds the start page; the places behind it come once the browser has nothing else to do. */
async function openStartSide(): Promise<void> {
  const { beyondStart, startSide } = await import('./start-side.tsx');
  const beyond = beyondStart(() => openWorkingSide(beyond));
  startSide(beyond);
  takeIn(workingSide);
  const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));
  idle(() => void import('./working-side.tsx'));
}

/** Adds what a place behind the sign-in needs. */
export const openFor = (path: string): Promise<void> => (/^\/app\/?$/.test(path) ? openStartSide() : openWorkingSide());

declare module '@tanstack/react-router' {
  interface Register {
    router: Router<Portal>;
  }
}
