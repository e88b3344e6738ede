import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listNotifications>;

export const notificationsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['notifications', filters],
    queryFn: ({ signal, pageParam }) =>
      call(api.listNotifications, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });
