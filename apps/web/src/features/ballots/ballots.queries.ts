import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listBallots>;

export const ballotsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['ballots', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listBallots, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const ballotQuery = (id: string) =>
  queryOptions({
    queryKey: ['ballots', 'one', id],
    queryFn: ({ signal }) => call(api.readBallot, { params: { id }, signal }),
  });
