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

/** What every member may still amend: of that the secretariat chooses what a meeting decides. */
export const consultedPositionsQuery = queryOptions({
  queryKey: ['meetings', 'positions'],
  queryFn: ({ signal }) => call(api.listPositions, { query: { state: 'CONSULTATION' }, signal }),
});

export const meetingQuery = (id: string) =>
  queryOptions({
    queryKey: ['meetings', 'one', id],
    queryFn: ({ signal }) => call(api.readMeeting, { params: { id }, signal }),
  });
