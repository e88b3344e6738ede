import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

export const templatesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['networks', 'templates'],
    queryFn: ({ signal, pageParam }) => call(api.listTemplates, { query: { cursor: pageParam }, signal }),
    ...byCursor,
  });

export const templateQuery = (id: string) =>
  queryOptions({
    queryKey: ['networks', 'template', id],
    queryFn: ({ signal }) => call(api.readTemplate, { params: { id }, signal }),
  });

/** What a template of a network would be. */
export const templateDraftQuery = (networkId: string) =>
  queryOptions({
    queryKey: ['networks', 'template-draft', networkId],
    queryFn: ({ signal }) => call(api.draftTemplate, { params: { id: networkId }, signal }),
    // It fills a form: what others do meanwhile must not change it under the hands.
    staleTime: Infinity,
  });
