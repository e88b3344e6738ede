import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

export const callsQuery = (filters: FiltersOf<typeof api.listCalls>) =>
  infiniteQueryOptions({
    queryKey: ['calls', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listCalls, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ['calls', 'one', id],
    queryFn: ({ signal }) => call(api.readCall, { params: { id }, signal }),
  });

export const callActivityQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['calls', 'activity', id],
    queryFn: ({ signal, pageParam }) =>
      call(api.listCallActivity, { params: { id }, query: { cursor: pageParam }, signal }),
    ...byCursor,
  });

export const matchesQuery = (id: string) =>
  queryOptions({
    queryKey: ['calls', 'matches', id],
    queryFn: ({ signal }) => call(api.listCallMatches, { params: { id }, signal }),
  });

export const planQuery = (id: string, initiative: string | undefined) =>
  queryOptions({
    queryKey: ['calls', 'plan', id, initiative],
    queryFn: ({ signal }) =>
      call(api.planBack, { params: { id }, query: { ...(initiative && { initiative }) }, signal }),
    placeholderData: keepPreviousData,
  });

export const initiativeCallsQuery = (id: string) =>
  queryOptions({
    queryKey: ['calls', 'of-initiative', id],
    queryFn: ({ signal }) => call(api.listInitiativeCalls, { params: { id }, signal }),
  });

export const programmesQuery = (filters: FiltersOf<typeof api.listProgrammes>) =>
  infiniteQueryOptions({
    queryKey: ['programmes', filters],
    queryFn: ({ signal, pageParam }) => call(api.listProgrammes, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const needsQuery = (filters: FiltersOf<typeof api.listNeeds>) =>
  infiniteQueryOptions({
    queryKey: ['needs', filters],
    queryFn: ({ signal, pageParam }) => call(api.listNeeds, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const councilSessionsQuery = (filters: FiltersOf<typeof api.listCouncilSessions>) =>
  infiniteQueryOptions({
    queryKey: ['council-sessions', filters],
    queryFn: ({ signal, pageParam }) =>
      call(api.listCouncilSessions, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const calendarFeedQuery = () =>
  queryOptions({
    queryKey: ['calendar-feed'],
    queryFn: ({ signal }) => call(api.readCalendarFeed, { signal }),
  });
