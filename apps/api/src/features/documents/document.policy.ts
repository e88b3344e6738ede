import type { AssignmentState, NetworkState, TaskState } from '@blizej/contracts';
import { gminasOf, holds, isSecretariat, leadingOffices, type Actor } from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

/** A network, a task with which files are asked, or a gmina's answer. */
export type NetworkParent = {
  readonly networkId: string;
  readonly networkState: NetworkState;
  readonly leadId: string | null;
  /** The active members of the network, its lead among them. */
  readonly memberIds: readonly string[];
} & (
  | { readonly kind: 'NETWORK' }
  | { readonly kind: 'TASK'; readonly taskState: TaskState }
  | {
      readonly kind: 'ANSWER';
      readonly taskState: TaskState;
      readonly assignmentState: AssignmentState;
      /** Whose answer. */
      readonly gminaId: string;
    }
);

/** The thing to which documents belong; a resolution's stand in the register. */
export type ParentFacts = NetworkParent | { readonly kind: 'RESOLUTION' };

export interface DocumentFacts {
  readonly parent: ParentFacts;
  /** For which organization it was added. */
  readonly organizationId: string;
}

/** Whether the actor works for one of the network's members. */
const isOfMember = (actor: Actor, { memberIds }: NetworkParent): boolean =>
  memberIds.some((member) => holds(actor, member, leadingOffices));

export const documentPolicy = {
  /** A network's members fill its folders; a task is asked by the secretariat, which keeps the register too; an answer is the gmina's own. */
  add: (actor: Actor, parent: ParentFacts): boolean => {
    if (parent.kind === 'ANSWER') return holds(actor, parent.gminaId, leadingOffices);
    return isSecretariat(actor) || (parent.kind === 'NETWORK' && isOfMember(actor, parent));
  },
  /** Renames, moves, removes, and adds versions: whoever added it, and in a network its lead and the secretariat. */
  change: (actor: Actor, { parent, organizationId }: DocumentFacts): boolean => {
    if (parent.kind !== 'NETWORK') return documentPolicy.add(actor, parent);
    if (isSecretariat(actor) || (parent.leadId !== null && holds(actor, parent.leadId, leadingOffices))) return true;
    return holds(actor, organizationId, leadingOffices) && isOfMember(actor, parent);
  },
  /** A file that was not found clean yet is nobody's but whose who sent it. */
  readFile: (actor: Actor, version: { readonly scan: string; readonly uploadedById: string }): boolean =>
    version.scan === 'CLEAN' || (version.scan === 'PENDING' && version.uploadedById === actor.personId),
};

/** The states in which an answer is handed in, and the secretariat's to read. */
export const handedIn: readonly AssignmentState[] = ['SUBMITTED', 'ACCEPTED'];

/**
 * Who reads the files of answers, as data: the gmina its own, the secretariat all that is handed in. Those of networks and
 * tasks are read by whoever reads the network or the task.
 */
export const visibleAnswers = (actor: Actor): Scope => ({
  everything: isSecretariat(actor),
  organizationIds: gminasOf(actor),
});
