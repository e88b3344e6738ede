import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

export const proxiesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['ballots', 'proxies'],
    queryFn: ({ signal, pageParam }) => call(api.listProxies, { query: { cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
