import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { SessionView } from '@blizej/contracts';
import { api, call } from './api.ts';
import { createSignal } from './signal.ts';

/** Who is signed in, for whom, and what they may do. Read again when something happens (lib/live.ts), and now and then. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => call(api.readSession, { signal }),
    staleTime: 30_000,
    refetchInterval: 300_000,
  });

export const useSession = (): SessionView => useSuspenseQuery(sessionQuery()).data;

/** True while the session has ended under an open page: the shell then asks to sign in again in place. */
export const sessionEnded = createSignal(false);
