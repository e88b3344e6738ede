import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

export const partnersQuery = (filters: FiltersOf<typeof api.listPartners>) =>
  infiniteQueryOptions({
    queryKey: ['partners', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listPartners, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const partnerQuery = (id: string) =>
  queryOptions({
    queryKey: ['partners', 'one', id],
    queryFn: ({ signal }) => call(api.readPartner, { params: { id }, signal }),
  });

export const twinsQuery = (gminaId: string) =>
  queryOptions({
    queryKey: ['partners', 'twins', gminaId],
    queryFn: ({ signal }) => call(api.listTwins, { params: { id: gminaId }, signal }),
  });

export const guestsQuery = (initiativeId: string) =>
  queryOptions({
    queryKey: ['initiatives', 'guests', initiativeId],
    queryFn: ({ signal }) => call(api.listGuests, { params: { id: initiativeId }, signal }),
  });

export const cardsQuery = (filters: FiltersOf<typeof api.listPartnerCards>) =>
  infiniteQueryOptions({
    queryKey: ['partner-cards', 'list', filters],
    queryFn: ({ signal, pageParam }) =>
      call(api.listPartnerCards, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const cardQuery = (id: string) =>
  queryOptions({
    queryKey: ['partner-cards', 'one', id],
    queryFn: ({ signal }) => call(api.readPartnerCard, { params: { id }, signal }),
  });
