import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem, isProblem } from './api.ts';
import { rememberSignedIn } from './preferences.ts';
import { sessionEnded } from './session.ts';

const worthRetrying = new Set(['offline', 'unavailable', 'internal']);

/**
 * Reads are tried again where that can help, after as long as the server asks. A session may have been given another token
 * while a read was on its way: that one is tried once more.
 */
const retry = (failures: number, error: unknown): boolean =>
  (failures < 2 && error instanceof ApiProblem && worthRetrying.has(error.slug)) ||
  (failures < 1 && isProblem(error, 'unauthenticated'));

const retryDelay = (attempt: number, error: unknown): number => {
  if (isProblem(error, 'unauthenticated')) return 100;
  return error instanceof ApiProblem && error.retryAfter ? Math.min(error.retryAfter, 5) * 1000 : 400 * 2 ** attempt;
};

const onError = (error: unknown): void => {
  if (!isProblem(error, 'unauthenticated')) return;
  rememberSignedIn(false);
  sessionEnded.set(true);
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { staleTime: 20_000, gcTime: 10 * 60_000, retry, retryDelay, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
