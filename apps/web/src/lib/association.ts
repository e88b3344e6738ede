import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, call } from './api.ts';

/** The association whose portal this is: its name, motto and time zone are data. */
export const associationQuery = () =>
  queryOptions({
    queryKey: ['association'],
    queryFn: ({ signal }) => call(api.readAssociation, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

export const useAssociation = () => useQuery(associationQuery()).data;
