import type { NetworkState, TaskState } from '@blizej/contracts';
import { gminasOf, holds, isSecretariat, leadingOffices, type Actor } from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

/** By what a conversation stands: a network, or one of its tasks. */
export interface PlaceFacts {
  readonly networkState: NetworkState;
  /** Null: by the network itself. */
  readonly taskState: TaskState | null;
  readonly leadId: string | null;
  /** The active members of the network, and whom else the task asks. */
  readonly concernedIds: readonly string[];
}

export interface CommentFacts {
  readonly place: PlaceFacts;
  readonly kind: 'COMMENT' | 'ANNOUNCEMENT';
  readonly authorId: string;
}

export const conversationPolicy = {
  /** Those whom it concerns say something: who works for a member, for a gmina that is asked, or for the secretariat. */
  write: (actor: Actor, { concernedIds }: PlaceFacts): boolean =>
    isSecretariat(actor) || concernedIds.some((gmina) => holds(actor, gmina, leadingOffices)),
  /** The word to a whole network is its lead's, and the secretariat's. */
  announce: (actor: Actor, { taskState, leadId }: PlaceFacts): boolean =>
    taskState === null && (isSecretariat(actor) || (leadId !== null && holds(actor, leadId, leadingOffices))),
  /** One's own words alone, for as long as one may say something here. */
  edit: (actor: Actor, { place, authorId }: CommentFacts): boolean =>
    authorId === actor.personId && conversationPolicy.write(actor, place),
  /** One's own, and for the secretariat whatever should not stand. */
  remove: (actor: Actor, comment: CommentFacts): boolean =>
    isSecretariat(actor) || conversationPolicy.edit(actor, comment),
  /** Whoever announced it sees who has read it, and the secretariat. */
  readReceipts: (actor: Actor, { kind, authorId }: CommentFacts): boolean =>
    kind === 'ANNOUNCEMENT' && (isSecretariat(actor) || authorId === actor.personId),
};

/** Who reads what is said by a network, as data: its active members. By a task, whoever sees the task. */
export const visibleConversations = (actor: Actor): Scope => ({
  everything: isSecretariat(actor),
  organizationIds: gminasOf(actor),
});
