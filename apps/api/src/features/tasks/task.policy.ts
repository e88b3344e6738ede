import type { Office } from '@blizej/contracts';
import { decidingOffices, gminasOf, holds, isSecretariat, type Actor } from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

/** Who of a gmina answers for it: its officials, and those who decide. */
export const answeringOffices: readonly Office[] = ['OFFICIAL', 'COORDINATOR', 'EXECUTIVE'];

export interface TaskFacts {
  /** The gminas to which it is assigned. */
  readonly assignedTo: readonly string[];
  /** The active members of its network. */
  readonly networkMembers: readonly string[];
  /** Those who take part in its initiative, where it is asked for one. */
  readonly partakers: readonly string[];
}

export interface AssignmentFacts {
  readonly organizationId: string;
}

export const taskPolicy = {
  /** A task is seen by those who are asked, by the members of its network, by the gminas of its initiative, and by the secretariat. */
  read: (actor: Actor, task: TaskFacts): boolean =>
    isSecretariat(actor) ||
    gminasOf(actor).some((gmina) =>
      [task.assignedTo, task.networkMembers, task.partakers].some((ids) => ids.includes(gmina)),
    ),
  write: (actor: Actor): boolean => isSecretariat(actor),
  assign: (actor: Actor): boolean => isSecretariat(actor),
  close: (actor: Actor): boolean => isSecretariat(actor),
  /** Has it come again and again, and stops that. */
  repeat: (actor: Actor): boolean => isSecretariat(actor),
  changeForm: (actor: Actor): boolean => isSecretariat(actor),
  /** Moves its due day, makes it urgent, closes it: one or many at once. */
  change: (actor: Actor): boolean => isSecretariat(actor),
  /** The answers of all gminas beside each other. */
  readAnswers: (actor: Actor): boolean => isSecretariat(actor),
  /** Who has answered is seen by the members of its network and of its initiative; whoever is asked beside them sees itself alone. */
  readCell: (
    actor: Actor,
    { networkMembers, partakers }: Pick<TaskFacts, 'networkMembers' | 'partakers'>,
    organizationId: string,
  ): boolean =>
    isSecretariat(actor) ||
    gminasOf(actor).some(
      (gmina) => gmina === organizationId || networkMembers.includes(gmina) || partakers.includes(gmina),
    ),
};

export const assignmentPolicy = {
  /** An answer is the gmina's own; of the others only the secretariat reads it. */
  read: (actor: Actor, assignment: AssignmentFacts): boolean =>
    isSecretariat(actor) || gminasOf(actor).includes(assignment.organizationId),
  /** What is being written is the gmina's own until it is handed in: not even the secretariat reads it. */
  readDraft: (actor: Actor, assignment: AssignmentFacts): boolean =>
    gminasOf(actor).includes(assignment.organizationId),
  answer: (actor: Actor, assignment: AssignmentFacts): boolean =>
    holds(actor, assignment.organizationId, answeringOffices),
  /** To decline what is asked binds the gmina: its mayor or coordinator does it. */
  decline: (actor: Actor, assignment: AssignmentFacts): boolean =>
    holds(actor, assignment.organizationId, decidingOffices),
  /** Asks for a later day, and takes that back: whoever answers. */
  askForTime: (actor: Actor, assignment: AssignmentFacts): boolean =>
    holds(actor, assignment.organizationId, answeringOffices),
  /** Accepts or returns an answer, gives more time. */
  review: (actor: Actor): boolean => isSecretariat(actor),
};

/** Beside `read`: the same rule as data for the queries. */
export const visibleTasks = (actor: Actor): Scope => ({
  everything: isSecretariat(actor),
  organizationIds: gminasOf(actor),
});

/** Beside `assignmentPolicy.read`. */
export const visibleAssignments = visibleTasks;
