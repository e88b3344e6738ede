import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listNetworks>;

export const networksQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['networks', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listNetworks, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const networkQuery = (id: string) =>
  queryOptions({
    queryKey: ['networks', 'one', id],
    queryFn: ({ signal }) => call(api.readNetwork, { params: { id }, signal }),
  });

export const topicsQuery = () =>
  queryOptions({
    queryKey: ['networks', 'topics'],
    queryFn: async ({ signal }) => (await call(api.listTopics, { signal })).items,
  });

export const coverageQuery = () =>
  queryOptions({
    queryKey: ['networks', 'coverage'],
    queryFn: ({ signal }) => call(api.readCoverage, { signal }),
  });

export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['networks', 'report', id],
    queryFn: ({ signal }) => call(api.readClosingReport, { params: { id }, signal }),
  });

export const membershipsQuery = (id: string) =>
  queryOptions({
    queryKey: ['networks', 'memberships', id],
    queryFn: async ({ signal }) => (await call(api.listMemberships, { params: { id }, signal })).items,
  });

/** Who works for a gmina and may represent it. */
export const cardsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['cards', organizationId],
    queryFn: async ({ signal }) => (await call(api.listCards, { params: { id: organizationId }, signal })).items,
  });

/** What the viewer's organizations still have to answer in a network, by due day (at most 50). */
export const owedQuery = (network: string) =>
  queryOptions({
    queryKey: ['tasks', 'owed', network],
    queryFn: async ({ signal }) =>
      (await call(api.listAssignments, { query: { network, show: 'todo' }, signal })).items,
  });

export const networkActivityQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['networks', 'activity', id],
    queryFn: ({ signal, pageParam }) =>
      call(api.listNetworkActivity, { params: { id }, query: { cursor: pageParam }, signal }),
    ...byCursor,
  });
