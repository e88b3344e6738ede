import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listIdeas>;

export const ideasQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['ideas', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listIdeas, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const ideaQuery = (id: string) =>
  queryOptions({
    queryKey: ['ideas', 'one', id],
    queryFn: ({ signal }) => call(api.readIdea, { params: { id }, signal }),
  });

export type OriginOf = { readonly initiativeId: string } | { readonly taskId: string };

/** From which ideas an initiative, or a task, has come. */
export const originsQuery = (of: OriginOf) =>
  queryOptions({
    queryKey: ['ideas', 'origins', of],
    queryFn: ({ signal }) => call(api.listIdeaOrigins, { query: of, signal }),
  });
