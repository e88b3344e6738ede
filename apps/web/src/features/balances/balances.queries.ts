import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';

/** A gmina's balance of a year; of the present year where none is named. */
export const balanceQuery = (organizationId: string, year: number | undefined) =>
  queryOptions({
    queryKey: ['balances', 'one', organizationId, year ?? 'present'],
    queryFn: ({ signal }) => call(api.readBalance, { params: { id: organizationId }, query: { year }, signal }),
  });

/** All gminas' balances of a year. */
export const balancesQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['balances', 'all', year ?? 'present'],
    queryFn: ({ signal }) => call(api.readBalances, { query: { year }, signal }),
  });
