import { queryOptions } from '@tanstack/react-query';
import { api, call } from './api.ts';

/** Every gmina of the region, for the map and for choosing among gminas: it changes once a year. */
export const regionQuery = () =>
  queryOptions({
    queryKey: ['region'],
    queryFn: async ({ signal }) => (await call(api.readRegion, { signal })).municipalities,
    staleTime: 60 * 60_000,
  });
