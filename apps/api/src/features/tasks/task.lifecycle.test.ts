import { describe, expect, test } from '@jest/globals';
import { assignmentState, type AssignmentState } from '@blizej/contracts';
import fc from 'fast-check';
import { Problem } from '../../kernel/problems.ts';
import { assignmentLifecycle, taskLifecycle } from './task.lifecycle.ts';

type Move = keyof typeof assignmentLifecycle.moves;
const moves = Object.keys(assignmentLifecycle.moves) as Move[];

describe('The life of an assignment', () => {
  test.each<[Move, Partial<Record<AssignmentState, AssignmentState>>]>([
    ['take', { OPEN: 'IN_PROGRESS', IN_PROGRESS: 'IN_PROGRESS', RETURNED: 'IN_PROGRESS' }],
    ['submit', { IN_PROGRESS: 'SUBMITTED' }],
    ['accept', { SUBMITTED: 'ACCEPTED' }],
    ['return', { SUBMITTED: 'RETURNED' }],
    ['decline', { OPEN: 'DECLINED', IN_PROGRESS: 'DECLINED', RETURNED: 'DECLINED' }],
  ])('%s', (move, arrows) => {
    for (const state of assignmentState.options) {
      expect(assignmentLifecycle.allows(state, move)).toBe(state in arrows);
      if (state in arrows) expect(assignmentLifecycle.move(state, move)).toBe(arrows[state]);
      else expect(() => assignmentLifecycle.move(state, move)).toThrow(new Problem('wrong-state'));
    }
  });

  test('whatever is tried in whatever order: what is accepted or declined stays so, and nothing is accepted unsubmitted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 40 }), (tries) => {
        const lived: AssignmentState[] = ['OPEN'];
        for (const move of tries) {
          const state = lived.at(-1) as AssignmentState;
          if (assignmentLifecycle.allows(state, move)) lived.push(assignmentLifecycle.move(state, move));
        }
        for (const final of ['ACCEPTED', 'DECLINED'] as const) {
          if (lived.includes(final)) expect(lived.indexOf(final)).toBe(lived.length - 1);
        }
        if (lived.includes('ACCEPTED')) expect(lived.at(-2)).toBe('SUBMITTED');
      }),
    );
  });
});

test('A closed task is read-only', () => {
  expect(taskLifecycle.allows('OPEN', 'work')).toBe(true);
  expect(() => taskLifecycle.move('CLOSED', 'work')).toThrow(Problem);
  expect(() => taskLifecycle.move('CLOSED', 'close')).toThrow(Problem);
});
