import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

// What everybody may read: of its own, so that the public side carries nothing of the working side.

export const cardsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['cards', 'list'],
    queryFn: ({ signal, pageParam }) => call(api.listPublicInitiatives, { query: { cursor: pageParam }, signal }),
    ...byCursor,
  });

export const cardQuery = (id: string) =>
  queryOptions({
    queryKey: ['cards', 'one', id],
    queryFn: ({ signal }) => call(api.readPublicInitiative, { params: { id }, signal }),
  });
