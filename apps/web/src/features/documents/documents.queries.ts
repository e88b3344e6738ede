import type { DocumentPage } from '@blizej/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

/** To what documents belong. */
export type Place =
  | { readonly kind: 'NETWORK'; readonly networkId: string }
  | { readonly kind: 'TASK'; readonly taskId: string }
  | { readonly kind: 'ANSWER'; readonly taskId: string; readonly organizationId: string }
  | { readonly kind: 'RESOLUTION'; readonly resolutionId: string }
  | { readonly kind: 'INITIATIVE'; readonly initiativeId: string }
  | { readonly kind: 'POSITION'; readonly positionId: string };

/** How long a list waits before it asks whether its files have been looked at, in milliseconds. */
const scanning = 3_000;

const read = (place: Place, folder: string | undefined, cursor: string | undefined, signal: AbortSignal) => {
  if (place.kind === 'NETWORK') {
    return call(api.listNetworkDocuments, { params: { id: place.networkId }, query: { folder, cursor }, signal });
  }
  if (place.kind === 'TASK') {
    return call(api.listTaskDocuments, { params: { id: place.taskId }, query: { cursor }, signal });
  }
  if (place.kind === 'RESOLUTION') {
    return call(api.listResolutionDocuments, { params: { id: place.resolutionId }, query: { cursor }, signal });
  }
  if (place.kind === 'INITIATIVE') {
    return call(api.listInitiativeDocuments, { params: { id: place.initiativeId }, query: { cursor }, signal });
  }
  if (place.kind === 'POSITION') {
    return call(api.listPositionDocuments, { params: { id: place.positionId }, query: { cursor }, signal });
  }
  const params = { id: place.taskId, organizationId: place.organizationId };
  return call(api.listAnswerDocuments, { params, query: { cursor }, signal });
};

const isScanned = ({ items }: DocumentPage): boolean => items.every(({ current }) => current.scan !== 'PENDING');

/** Documents of a place; of one folder where one is named, and an empty name is no folder. */
export const documentsQuery = (place: Place, folder?: string) =>
  infiniteQueryOptions({
    queryKey: ['documents', 'list', place, folder],
    queryFn: ({ signal, pageParam }) => read(place, folder, pageParam, signal),
    refetchInterval: ({ state }) => (state.data?.pages.every(isScanned) === false ? scanning : false),
    ...byCursor,
  });

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['documents', 'one', id],
    queryFn: ({ signal }) => call(api.readDocument, { params: { id }, signal }),
  });
