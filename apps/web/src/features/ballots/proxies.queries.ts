import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

export const proxiesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['ballots', 'proxies'],
    queryFn: ({ signal, pageParam }) => call(api.listProxies, { query: { cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

/** The member gminas, of which one may vote for another. */
export const gminasQuery = () =>
  queryOptions({
    queryKey: ['organizations', 'names'],
    queryFn: async ({ signal }) => {
      const { items } = await call(api.listOrganizations, { query: { members: 'true' }, signal });
      return items.map(({ id, name }) => ({ id, name }));
    },
  });
