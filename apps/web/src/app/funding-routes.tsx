import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { callStates, goals } from '../lib/choices.ts';
import { loadWords } from '../lib/i18n.ts';
import { flag, id, oneOf, searchOf, words } from '../lib/search.ts';
import type { Context } from './public-side.tsx';
import { only, working } from './working-route.tsx';

interface Loading {
  readonly context: Context;
}

const loadCall = async ({ context, params }: Loading & { readonly params: Record<'callId', string> }) => {
  const texts = loadWords(['funding', 'life', 'events']);
  // The start page carries the addresses of these pages, and nothing of what they read.
  const { callQuery } = await import('../features/funding/funding.queries.ts');
  await Promise.all([texts, context.queryClient.ensureQueryData(callQuery(params.callId))]);
};

const loadList = () => loadWords(['funding', 'life']);

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
  loader: only('useNetworks', loadList),
  component: lazyRouteComponent(() => import('../features/funding/calls-page.tsx'), 'CallsPage'),
});

const programmes = createRoute({
  getParentRoute: () => working,
  path: '/nabory/programy',
  validateSearch: searchOf({ szukaj: words }),
  loader: only('useNetworks', loadList),
  component: lazyRouteComponent(() => import('../features/funding/programmes-page.tsx'), 'ProgrammesPage'),
});

const needs = createRoute({
  getParentRoute: () => working,
  path: '/nabory/potrzeby',
  validateSearch: searchOf({ szukaj: words, nasze: flag, przygraniczne: flag }),
  loader: only('useNetworks', loadList),
  component: lazyRouteComponent(() => import('../features/funding/needs-page.tsx'), 'NeedsPage'),
});

const councilSessions = createRoute({
  getParentRoute: () => working,
  path: '/nabory/sesje',
  validateSearch: searchOf({ nasze: flag }),
  loader: only('useNetworks', loadList),
  component: lazyRouteComponent(() => import('../features/funding/sessions-page.tsx'), 'SessionsPage'),
});

const announcement = createRoute({
  getParentRoute: () => working,
  path: '/nabory/nowy',
  loader: only('keepCalls', loadList),
  component: lazyRouteComponent(() => import('../features/funding/describe-call-page.tsx'), 'AnnounceCallPage'),
});

const callImport = createRoute({
  getParentRoute: () => working,
  path: '/nabory/import',
  loader: only('keepCalls', loadList),
  component: lazyRouteComponent(() => import('../features/funding/import-page.tsx'), 'ImportPage'),
});

const call = createRoute({
  getParentRoute: () => working,
  path: '/nabory/$callId',
  validateSearch: searchOf({ inicjatywa: id }),
  loader: loadCall,
  component: lazyRouteComponent(() => import('../features/funding/call-page.tsx'), 'CallPage'),
});

const callChange = createRoute({
  getParentRoute: () => working,
  path: '/nabory/$callId/zmiana',
  loader: only('keepCalls', loadCall),
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
