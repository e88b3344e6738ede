import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

export const meetingsQuery = (filters: FiltersOf<typeof api.listMeetings>) =>
  infiniteQueryOptions({
    queryKey: ['meetings', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listMeetings, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', id],
    queryFn: ({ signal }) => call(api.readMeeting, { params: { id }, signal }),
  });
