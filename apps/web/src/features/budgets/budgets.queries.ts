import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';

/** Under the initiatives: what happens with one of them makes it stale. */
export const budgetQuery = (initiativeId: string, number?: number) =>
  queryOptions({
    queryKey: ['initiatives', 'budget', initiativeId, number ?? 'latest'],
    queryFn: ({ signal }) => call(api.readBudget, { params: { id: initiativeId }, query: { number }, signal }),
  });
