import {
  mentionsIn,
  type CommentKind,
  type ConversationPlace,
  type Mentionable,
  type RichText,
} from '@blizej/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call } from '../../lib/api.ts';
import { byCursor } from '../../lib/paged.tsx';

/** By what is talked. */
export interface Place {
  readonly place: ConversationPlace;
  readonly id: string;
}

/** What was said, the newest first. */
export const commentsQuery = (params: Place) =>
  infiniteQueryOptions({
    queryKey: ['conversations', params.place, params.id],
    queryFn: ({ signal, pageParam }) => call(api.listComments, { params, query: { cursor: pageParam }, signal }),
    ...byCursor,
  });

/** How many people would be told. */
export const reachQuery = (params: Place, text: RichText, kind: CommentKind) => {
  // The names that the editor shows stay with it.
  const mentions = mentionsIn(text).map(({ kind: of, id }) => ({ kind: of, id }));
  return queryOptions({
    queryKey: ['conversations', 'reach', params.id, kind, mentions],
    queryFn: async ({ signal }) => (await call(api.countReach, { params, body: { mentions, kind }, signal })).people,
    placeholderData: keepPreviousData,
  });
};

/** Who can be mentioned, by a part of the name. */
export const findMentionables = async (params: Place, search: string): Promise<Mentionable[]> =>
  (await call(api.listMentionables, { params, query: { search: search || undefined } })).items;

export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversations', 'versions', id],
    queryFn: async ({ signal }) => (await call(api.listCommentVersions, { params: { id }, signal })).items,
  });

export const receiptsQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversations', 'receipts', id],
    queryFn: ({ signal }) => call(api.listReceipts, { params: { id }, signal }),
  });
