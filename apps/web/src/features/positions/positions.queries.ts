import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listPositions>;

export const positionsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['positions', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listPositions, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

/** For whom the viewer may draft. */
export const draftingQuery = () =>
  queryOptions({
    queryKey: ['positions', 'drafting'],
    queryFn: ({ signal }) => call(api.readDrafting, { signal }),
  });

export const positionQuery = (id: string) =>
  queryOptions({
    queryKey: ['positions', 'one', id],
    queryFn: ({ signal }) => call(api.readPosition, { params: { id }, signal }),
  });

export const comparisonQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['positions', 'comparison', id, from, to],
    queryFn: ({ signal }) => call(api.comparePosition, { params: { id }, query: { from, to }, signal }),
  });

export const positionActivityQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['positions', 'activity', id],
    queryFn: ({ signal, pageParam }) =>
      call(api.listPositionActivity, { params: { id }, query: { cursor: pageParam }, signal }),
    ...byCursor,
  });

/** The ballot on a position, under the key under which its own page reads it. */
export const ballotOnQuery = (id: string) =>
  queryOptions({
    queryKey: ['ballots', 'one', id],
    queryFn: ({ signal }) => call(api.readBallot, { params: { id }, signal }),
  });

export const registerQuery = () =>
  infiniteQueryOptions({
    queryKey: ['register', 'list'],
    queryFn: ({ signal, pageParam }) => call(api.listRegister, { query: { cursor: pageParam }, signal }),
    ...byCursor,
  });

/** The signed copies of a public position. */
export const signedFilesQuery = (id: string) =>
  queryOptions({
    queryKey: ['register', 'files', id],
    queryFn: ({ signal }) => call(api.listSignedFiles, { params: { id }, signal }),
  });

export const registeredQuery = (id: string) =>
  queryOptions({
    queryKey: ['register', 'one', id],
    queryFn: ({ signal }) => call(api.readRegistered, { params: { id }, signal }),
  });
