import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

// What anybody reads, without signing in.

export const publishedCardsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['published-cards', 'list'],
    queryFn: ({ signal, pageParam }) => call(api.listPublishedCards, { query: { cursor: pageParam }, signal }),
    ...byCursor,
  });

export const publishedCardQuery = (id: string) =>
  queryOptions({
    queryKey: ['published-cards', 'one', id],
    queryFn: ({ signal }) => call(api.readPublishedCard, { params: { id }, signal }),
  });
