import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import type { SessionView } from '@blizej/contracts';
import { isProblem } from '../lib/api.ts';
import { loadWords } from '../lib/i18n.ts';
import { rememberSignedIn } from '../lib/preferences.ts';
import { sessionEnded, sessionQuery } from '../lib/session.ts';
import { ShellSkeleton } from '../ui/skeleton.tsx';
import { FailureOutside, NotFoundHere } from './failures.tsx';
import { association, root, type Context } from './public-side.tsx';

// What all pages of those who have signed in stand in.

interface Given {
  readonly context: Context;
}

/**
 * A page for a deed that the viewer may not do does not exist for them. Found out by the loader, so that the frame of the
 * working side stays around it.
 */
export const only =
  <G extends Given, R>(ability: keyof SessionView['abilities'], load: (given: G) => R) =>
  (given: G): R => {
    if (!given.context.queryClient.getQueryData(sessionQuery().queryKey)?.abilities[ability]) throw notFound();
    return load(given);
  };

const securityPath = '/app/profil/bezpieczenstwo';

export const working = createRoute({
  getParentRoute: () => root,
  path: '/app',
  beforeLoad: async ({ context, location }) => {
    try {
      const { secondFactorMissing } = await context.queryClient.ensureQueryData(sessionQuery());
      rememberSignedIn(true);
      // Nothing else is open to them yet.
      if (secondFactorMissing && location.pathname !== securityPath) throw redirect({ to: securityPath });
    } catch (error) {
      if (!isProblem(error, 'unauthenticated')) throw error;
      // No page stands open under which it has ended.
      sessionEnded.set(false);
      throw redirect({ to: '/logowanie', search: { powrot: location.href } });
    }
  },
  loader: ({ context }) => Promise.all([loadWords(['problems']), association(context.queryClient)]),
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
  notFoundComponent: NotFoundHere,
  errorComponent: FailureOutside,
  pendingComponent: ShellSkeleton,
});
