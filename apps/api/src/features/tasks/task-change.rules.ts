import type { Priority, TaskChange, TaskChangeOutcome, TaskState } from '@blizej/contracts';
import { taskLifecycle } from './task.lifecycle.ts';

/** What a change of several tasks can change of one. */
export interface TaskStanding {
  readonly dueOn: string;
  readonly priority: Priority;
  readonly state: TaskState;
  readonly version: number;
}

/** A task as a change leaves it. */
export const changed = <T extends TaskStanding>(task: T, change: TaskChange): T => {
  if (change.kind === 'DUE_ON') return { ...task, dueOn: change.dueOn };
  if (change.kind === 'PRIORITY') return { ...task, priority: change.priority };
  return { ...task, state: taskLifecycle.move(task.state, 'close') };
};

/** How it goes with one task; `seen` is the version at which it was chosen. */
export const outcomeOf = (task: TaskStanding | undefined, seen: number, change: TaskChange): TaskChangeOutcome => {
  if (!task) return 'ABSENT';
  if (!taskLifecycle.allows(task.state, 'work')) return change.kind === 'CLOSE' ? 'SAME' : 'CLOSED';
  if (task.version !== seen) return 'CHANGED_SINCE';
  const { dueOn, priority, state } = changed(task, change);
  return dueOn === task.dueOn && priority === task.priority && state === task.state ? 'SAME' : 'CHANGED';
};

/** Whose day moves with their task's: whoever had no other than the task's, or would be due before it now. */
export const movesAlong = (own: string, former: string, now: string): boolean => own === former || own < now;
