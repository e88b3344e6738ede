import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

/** How one's own account is secured. */
export const securityQuery = () =>
  queryOptions({
    queryKey: ['security'],
    queryFn: ({ signal }) => call(api.readSecurity, { signal }),
  });

/** The browsers in which one is signed in. */
export const ownSessionsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['own-sessions'],
    queryFn: ({ signal, pageParam }) => call(api.listSessions, { query: { cursor: pageParam }, signal }),
    ...byCursor,
  });
