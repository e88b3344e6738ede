import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { callStates, goals } from '../lib/choices.ts';
import { flag, id, oneOf, searchOf, words } from '../lib/search.ts';
import { loaders } from './later.ts';
import { only, working } from './working-route.tsx';

const calls = createRoute({
  getParentRoute: () => working,
  path: '/nabory',
  validateSearch: searchOf({
    szukaj: words,
    stan: oneOf(...callStates),
    cel: oneOf(...goals),
    temat: words,
    dlanas: flag,
    obserwowane: flag,
  }),
  loader: only('useNetworks', loaders.calls),
  component: lazyRouteComponent(() => import('../features/funding/calls-page.tsx'), 'CallsPage'),
});

const programmes = createRoute({
  getParentRoute: () => working,
  path: '/nabory/programy',
  validateSearch: searchOf({ szukaj: words }),
  loader: only('useNetworks', loaders.programmes),
  component: lazyRouteComponent(() => import('../features/funding/programmes-page.tsx'), 'ProgrammesPage'),
});

const needs = createRoute({
  getParentRoute: () => working,
  path: '/nabory/potrzeby',
  validateSearch: searchOf({ szukaj: words, nasze: flag, przygraniczne: flag }),
  loader: only('useNetworks', loaders.funding),
  component: lazyRouteComponent(() => import('../features/funding/needs-page.tsx'), 'NeedsPage'),
});

const councilSessions = createRoute({
  getParentRoute: () => working,
  path: '/nabory/sesje',
  validateSearch: searchOf({ nasze: flag }),
  loader: only('useNetworks', loaders.funding),
  component: lazyRouteComponent(() => import('../features/funding/sessions-page.tsx'), 'SessionsPage'),
});

const announcement = createRoute({
  getParentRoute: () => working,
  path: '/nabory/nowy',
  loader: only('keepCalls', loaders.funding),
  component: lazyRouteComponent(() => import('../features/funding/describe-call-page.tsx'), 'AnnounceCallPage'),
});

const callImport = createRoute({
  getParentRoute: () => working,
  path: '/nabory/import',
  loader: only('keepCalls', loaders.funding),
  component: lazyRouteComponent(() => import('../features/funding/import-page.tsx'), 'ImportPage'),
});

const call = createRoute({
  getParentRoute: () => working,
  path: '/nabory/$callId',
  validateSearch: searchOf({ inicjatywa: id }),
  loader: loaders.call,
  component: lazyRouteComponent(() => import('../features/funding/call-page.tsx'), 'CallPage'),
});

const callChange = createRoute({
  getParentRoute: () => working,
  path: '/nabory/$callId/zmiana',
  loader: only('keepCalls', loaders.call),
  component: lazyRouteComponent(() => import('../features/funding/describe-call-page.tsx'), 'ChangeCallPage'),
});

/** The pages of the funding radar. */
export const fundingRoutes = [
  calls,
  programmes,
  needs,
  councilSessions,
  announcement,
  callImport,
  call,
  callChange,
] as const;
