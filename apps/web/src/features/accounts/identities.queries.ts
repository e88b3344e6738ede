import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';

/** The outside providers through which one may sign in. */
export const signInWaysQuery = () =>
  queryOptions({
    queryKey: ['sign-in-ways'],
    queryFn: ({ signal }) => call(api.readSignInWays, { signal }),
    staleTime: 5 * 60_000,
  });

/** The accounts with them that the signed-in person has linked. */
export const identitiesQuery = () =>
  queryOptions({
    queryKey: ['identities'],
    queryFn: ({ signal }) => call(api.listIdentities, { signal }),
  });
