import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

export const meetingsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['meetings', 'list'],
    queryFn: ({ signal, pageParam }) => call(api.listMeetings, { query: { cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', id],
    queryFn: ({ signal }) => call(api.readMeeting, { params: { id }, signal }),
  });
