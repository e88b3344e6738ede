import type {
  AssignmentState,
  InitiativeStage,
  NetworkState,
  Office,
  PositionState,
  TaskState,
} from '@blizej/contracts';
import { gminasOf, holds, isSecretariat, leadingOffices, workingOffices, type Actor } from '../../kernel/actor.ts';
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

export interface InitiativeParent {
  readonly kind: 'INITIATIVE';
  readonly initiativeStage: InitiativeStage;
  readonly leadId: string | null;
  /** Those who take part in it, and whoever has proposed it. */
  readonly memberIds: readonly string[];
}

/** A position, of which signed copies are kept. */
interface PositionParent {
  readonly kind: 'POSITION';
  readonly positionState: PositionState;
  readonly rapporteurId: string | null;
  /** Who drafts it. */
  readonly proposedById: string;
}

/** The thing to which documents belong; a resolution's stand in the register. */
export type ParentFacts = NetworkParent | InitiativeParent | PositionParent | { readonly kind: 'RESOLUTION' };

export interface DocumentFacts {
  readonly parent: ParentFacts;
  /** For which organization it was added. */
  readonly organizationId: string;
}

/** Through which offices people work there: a partner's contact is a guest in initiatives alone. */
const officesIn = (kind: ParentFacts['kind']): readonly Office[] =>
  kind === 'INITIATIVE' ? workingOffices : leadingOffices;

/** Whether the actor works for one of the network's members, or for one that takes part in the initiative. */
const isOfMember = (actor: Actor, { kind, memberIds }: NetworkParent | InitiativeParent): boolean =>
  memberIds.some((member) => holds(actor, member, officesIn(kind)));

export const documentPolicy = {
  /** A network's members fill its folders, those who take part in an initiative add to it; a task is asked by the secretariat, which keeps the register too; an answer is the gmina's own; the signed copies of a position are brought by whoever keeps it. */
  add: (actor: Actor, parent: ParentFacts): boolean => {
    if (parent.kind === 'POSITION') {
      const isRapporteur = parent.rapporteurId === actor.personId && holds(actor, parent.proposedById, leadingOffices);
      return isSecretariat(actor) || isRapporteur;
    }
    if (parent.kind === 'ANSWER') return holds(actor, parent.gminaId, leadingOffices);
    const isCommon = parent.kind === 'NETWORK' || parent.kind === 'INITIATIVE';
    return isSecretariat(actor) || (isCommon && isOfMember(actor, parent));
  },
  /** Renames, moves, removes, and adds versions: whoever added it, and in a network or an initiative its lead and the secretariat. */
  change: (actor: Actor, { parent, organizationId }: DocumentFacts): boolean => {
    if (parent.kind !== 'NETWORK' && parent.kind !== 'INITIATIVE') return documentPolicy.add(actor, parent);
    if (isSecretariat(actor) || (parent.leadId !== null && holds(actor, parent.leadId, leadingOffices))) return true;
    return holds(actor, organizationId, officesIn(parent.kind)) && isOfMember(actor, parent);
  },
  /** A file that was not found clean yet is nobody's but whose who sent it. */
  readFile: (actor: Actor, version: { readonly scan: string; readonly uploadedById: string }): boolean =>
    version.scan === 'CLEAN' || (version.scan === 'PENDING' && version.uploadedById === actor.personId),
};

/** The states in which an answer is handed in, and the secretariat's to read. */
export const handedIn: readonly AssignmentState[] = ['SUBMITTED', 'ACCEPTED'];

/**
 * Who reads the files of answers, as data: the gmina its own, the secretariat all that is handed in. Those of networks and
 * tasks are read by whoever reads the network or the task, those of initiatives by whoever works on them, those of positions by
 * whoever reads the position.
 */
export const visibleAnswers = (actor: Actor): Scope => ({
  everything: isSecretariat(actor),
  organizationIds: gminasOf(actor),
});
