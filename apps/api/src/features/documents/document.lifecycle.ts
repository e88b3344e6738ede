import { Problem } from '../../kernel/problems.ts';
import type { ParentFacts } from './document.policy.ts';

/** In which states of its parent documents can be added and changed; in all others they stand as they are. */
const open = {
  network: ['PROPOSED', 'ACTIVE', 'CLOSING'],
  task: ['OPEN'],
  answer: ['OPEN', 'IN_PROGRESS', 'RETURNED'],
  initiative: ['IDEA', 'PREPARATION', 'APPLIED', 'FUNDED', 'RUNNING'],
  // What is not adopted yet nobody signs.
  position: ['ADOPTED', 'SENT', 'ANSWERED'],
} as const;

const has = <State extends string>(states: readonly State[], state: State): boolean => states.includes(state);

/** The state that stands in the way; undefined where none does. */
const obstacle = (parent: ParentFacts): string | undefined => {
  // The register is never closed: the text of an old resolution may be found late.
  if (parent.kind === 'RESOLUTION') return undefined;
  if (parent.kind === 'INITIATIVE')
    return has<string>(open.initiative, parent.initiativeStage) ? undefined : parent.initiativeStage;
  if (parent.kind === 'POSITION')
    return has<string>(open.position, parent.positionState) ? undefined : parent.positionState;
  if (parent.kind === 'NETWORK')
    return has<string>(open.network, parent.networkState) ? undefined : parent.networkState;
  if (!has<string>(open.task, parent.taskState)) return parent.taskState;
  if (parent.kind === 'TASK' || has<string>(open.answer, parent.assignmentState)) return undefined;
  return parent.assignmentState;
};

/** Documents live as long as what they belong to is at work. */
export const documentLifecycle = {
  allows: (parent: ParentFacts): boolean => obstacle(parent) === undefined,
  /** @throws Problem `wrong-state` where nothing of the parent's documents can be changed */
  expectOpen(parent: ParentFacts): void {
    const state = obstacle(parent);
    if (state !== undefined) throw new Problem('wrong-state', { state });
  },
};
