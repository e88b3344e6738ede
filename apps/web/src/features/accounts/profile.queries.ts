import { queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';

export const profileQuery = () =>
  queryOptions({ queryKey: ['profile'], queryFn: ({ signal }) => call(api.readProfile, { signal }) });

/** What an organization's people let be seen. */
export const cardsQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['cards', organizationId],
    queryFn: async ({ signal }) => (await call(api.listCards, { params: { id: organizationId }, signal })).items,
  });
