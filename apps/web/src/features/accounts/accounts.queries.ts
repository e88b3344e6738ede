import { queryOptions } from '@tanstack/react-query';
import { api, call, isProblem } from '../../lib/api.ts';

/** The people of the demo; none where the portal is not one. */
export const demoAccountsQuery = () =>
  queryOptions({
    queryKey: ['demo-accounts'],
    queryFn: async ({ signal }) => {
      try {
        return await call(api.listDemoAccounts, { signal });
      } catch (error) {
        if (isProblem(error, 'not-found')) return [];
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
