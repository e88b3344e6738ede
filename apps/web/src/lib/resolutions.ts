import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from './api.ts';
import { byCursor } from './paged.tsx';

// The register is read wherever something rests on a resolution, not on its own pages alone.

type Filters = FiltersOf<typeof api.listResolutions>;

export const resolutionsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['resolutions', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listResolutions, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

/** The newest of those that fit: what one chooses from. */
export const registerQuery = (filters: Filters) =>
  queryOptions({
    queryKey: ['resolutions', 'choice', filters],
    queryFn: ({ signal }) => call(api.listResolutions, { query: filters, signal }),
    placeholderData: keepPreviousData,
  });

export const resolutionQuery = (id: string) =>
  queryOptions({
    queryKey: ['resolutions', 'one', id],
    queryFn: ({ signal }) => call(api.readResolution, { params: { id }, signal }),
  });
