import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

// What the pages ask for once they are drawn: no loader carries it.

/** What happened with an initiative. */
export const initiativeActivityQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['initiatives', 'activity', id],
    queryFn: ({ signal, pageParam }) =>
      call(api.listInitiativeActivity, { params: { id }, query: { cursor: pageParam }, signal }),
    ...byCursor,
  });

/** Initiatives in time. */
export const timelineQuery = (filters: FiltersOf<typeof api.listTimeline>) =>
  queryOptions({
    queryKey: ['initiatives', 'timeline', filters],
    queryFn: ({ signal }) => call(api.listTimeline, { query: filters, signal }),
  });

/** The filters that the viewer has named. */
export const savedFiltersQuery = () =>
  queryOptions({
    queryKey: ['initiatives', 'filters'],
    queryFn: async ({ signal }) => (await call(api.listSavedFilters, { signal })).items,
  });

/** The networks that are at work, of which an initiative may come; the first fifty. */
export const networkChoicesQuery = () =>
  queryOptions({
    queryKey: ['networks', 'choice'],
    queryFn: async ({ signal }) => (await call(api.listNetworks, { query: { state: 'ACTIVE' }, signal })).items,
  });
