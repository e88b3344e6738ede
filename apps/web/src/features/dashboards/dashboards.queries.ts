import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';

export const startQuery = () =>
  queryOptions({ queryKey: ['start'], queryFn: ({ signal }) => call(api.readStart, { signal }) });
