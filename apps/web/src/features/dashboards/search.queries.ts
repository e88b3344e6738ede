import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';

/** What holds the words in its title; until it is known, what the words before found. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => call(api.search, { query: { q }, signal }),
    placeholderData: keepPreviousData,
  });
