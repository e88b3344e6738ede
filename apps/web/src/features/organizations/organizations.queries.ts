import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listOrganizations>;

export const organizationsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['organizations', 'list', filters],
    queryFn: ({ signal, pageParam }) =>
      call(api.listOrganizations, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const organizationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organizations', 'one', id],
    queryFn: ({ signal }) => call(api.readOrganization, { params: { id }, signal }),
  });
