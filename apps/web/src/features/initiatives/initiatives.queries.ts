import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listInitiatives>;

export const initiativesQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['initiatives', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listInitiatives, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const initiativeQuery = (id: string) =>
  queryOptions({
    queryKey: ['initiatives', 'one', id],
    queryFn: ({ signal }) => call(api.readInitiative, { params: { id }, signal }),
  });
