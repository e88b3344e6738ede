import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type FiltersOf } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

type Filters = FiltersOf<typeof api.listAudit>;

export const auditQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'list', filters],
    queryFn: ({ signal, pageParam }) => call(api.listAudit, { query: { ...filters, cursor: pageParam }, signal }),
    placeholderData: keepPreviousData,
    ...byCursor,
  });

export const auditEventQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', 'one', id],
    queryFn: ({ signal }) => call(api.readAuditEvent, { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Asked for by hand only: it reads every event that there is. */
export const integrityQuery = () =>
  queryOptions({
    queryKey: ['audit', 'integrity'],
    queryFn: ({ signal }) => call(api.checkAudit, { signal }),
    enabled: false,
    gcTime: 0,
  });
