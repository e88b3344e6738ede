import type { AssignmentState, TaskState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** A task is open until it is closed; a closed one is read-only with all its assignments. */
export const taskLifecycle = defineLifecycle<TaskState>()({
  work: { from: ['OPEN'], to: 'OPEN' },
  close: { from: ['OPEN'], to: 'CLOSED' },
  /** Only ever by undoing the closing. */
  reopen: { from: ['CLOSED'], to: 'OPEN' },
});

/** OPEN → IN_PROGRESS → SUBMITTED → ACCEPTED; or RETURNED, back to IN_PROGRESS; or DECLINED. */
export const assignmentLifecycle = defineLifecycle<AssignmentState>()({
  /** Somebody of the gmina takes it up; taken up already, it only changes hands. */
  take: { from: ['OPEN', 'IN_PROGRESS', 'RETURNED'], to: 'IN_PROGRESS' },
  submit: { from: ['IN_PROGRESS'], to: 'SUBMITTED' },
  accept: { from: ['SUBMITTED'], to: 'ACCEPTED' },
  return: { from: ['SUBMITTED'], to: 'RETURNED' },
  decline: { from: ['OPEN', 'IN_PROGRESS', 'RETURNED'], to: 'DECLINED' },
});
