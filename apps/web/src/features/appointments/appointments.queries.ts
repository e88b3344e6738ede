import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';

/** Who holds which office in an organization, or held it. */
export const appointmentsQuery = (organizationId: string, past = false) =>
  queryOptions({
    queryKey: ['appointments', organizationId, past],
    queryFn: ({ signal }) =>
      call(api.listAppointments, {
        params: { id: organizationId },
        query: { ...(past && { past: 'true' as const }) },
        signal,
      }),
  });

/** What the end of an appointment would leave behind; never from memory. */
export const handOverQuery = (id: string) =>
  queryOptions({
    queryKey: ['hand-over', id],
    queryFn: ({ signal }) => call(api.readHandOver, { params: { id }, signal }),
    staleTime: 0,
    gcTime: 0,
  });

export const electionQuery = () =>
  queryOptions({
    queryKey: ['election'],
    queryFn: async ({ signal }) => (await call(api.readElection, { signal })).items,
  });
