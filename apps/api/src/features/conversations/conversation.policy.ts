import type { InitiativeStage, NetworkState, TaskState } from '@blizej/contracts';
import { gminasOf, holds, isSecretariat, leadingOffices, workingOffices, type Actor } from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

/** By what a conversation stands: a network, one of its tasks, or an initiative. */
export interface PlaceFacts {
  /** Null: by an initiative. */
  readonly networkState: NetworkState | null;
  /** Null: by the network or the initiative itself. */
  readonly taskState: TaskState | null;
  /** Null: by a network or a task. */
  readonly initiativeStage: InitiativeStage | null;
  readonly leadId: string | null;
  /** The active members of the network, and whom else the task asks; those who take part in the initiative. */
  readonly concernedIds: readonly string[];
}

export interface CommentFacts {
  readonly place: PlaceFacts;
  readonly kind: 'COMMENT' | 'ANNOUNCEMENT';
  readonly authorId: string;
}

export const conversationPolicy = {
  /** Those whom it concerns say something: who works for a member, for a gmina that is asked, as who takes part, or for the secretariat. */
  write: (actor: Actor, { concernedIds, initiativeStage }: PlaceFacts): boolean => {
    const offices = initiativeStage === null ? leadingOffices : workingOffices;
    return isSecretariat(actor) || concernedIds.some((one) => holds(actor, one, offices));
  },
  /** The word to a whole network or initiative is its lead's, and the secretariat's. */
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

/** Who reads what is said by a network, as data: its active members. By a task, whoever sees the task; by an initiative, whoever works on it. */
export const visibleConversations = (actor: Actor): Scope => ({
  everything: isSecretariat(actor),
  organizationIds: gminasOf(actor),
});
