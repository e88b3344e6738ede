import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listPeople>;

export const peopleQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['people', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listPeople, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => call(api.readPerson, { params: { id }, signal }),
  });
