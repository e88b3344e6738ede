import type { CommentView, Localized, MentionKind, ReactionKind, RichText } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { conversationLifecycle } from './conversation.lifecycle.ts';
import { conversationPolicy, type PlaceFacts } from './conversation.policy.ts';

export interface CommentRow {
  id: string;
  kind: CommentView['kind'];
  authorId: string;
  authorName: string;
  actingForId: string | null;
  actingForName: string | null;
  body: RichText | null;
  mentioned: { kind: MentionKind; id: string; name: Localized }[];
  version: number;
  createdAt: Date;
  editedAt: Date | null;
  reactions: { kind: ReactionKind; count: number; mine: boolean }[];
  receipt: { count: number; mine: boolean } | null;
}

/** A comment with what the viewer may do: policy and life cycle together. */
export const presentComment = (row: CommentRow, place: PlaceFacts, actor: Actor): CommentView => {
  const facts = { place, kind: row.kind, authorId: row.authorId };
  const stands = row.body !== null && conversationLifecycle.allows(place);
  return {
    id: row.id,
    kind: row.kind,
    author: { id: row.authorId, name: row.authorName },
    actingFor: row.actingForId === null ? null : { id: row.actingForId, name: row.actingForName ?? '' },
    body: row.body,
    mentioned: row.mentioned,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    reactions: row.reactions,
    receipt: row.receipt,
    abilities: {
      edit: stands && conversationPolicy.edit(actor, facts),
      remove: stands && conversationPolicy.remove(actor, facts),
      react: stands && conversationPolicy.write(actor, place),
      markRead:
        stands &&
        row.receipt?.mine === false &&
        row.authorId !== actor.personId &&
        conversationPolicy.write(actor, place),
      readReceipts: conversationPolicy.readReceipts(actor, facts),
    },
  };
};
