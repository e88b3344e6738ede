import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';

/** A year's dues; of the present year where none is named. */
export const duesQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['dues', year ?? 'present'],
    queryFn: ({ signal }) => call(api.readDues, { query: { year }, signal }),
  });
