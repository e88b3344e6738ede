import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

export const invitationsQuery = (filters: FiltersOf<typeof api.listInvitations>) =>
  infiniteQueryOptions({
    queryKey: ['invitations', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listInvitations, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

/** Where and to which offices the viewer may invite people. */
export const invitationChoicesQuery = () =>
  queryOptions({
    queryKey: ['invitations', 'choices'],
    queryFn: async ({ signal }) => (await call(api.listInvitationChoices, { signal })).items,
  });

/** A list that is being worked off; asked again until it is done. */
export const bulkRunQuery = (id: string) =>
  queryOptions({
    queryKey: ['bulk-run', id],
    queryFn: ({ signal }) => call(api.readBulkRun, { params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : 1_000),
  });
