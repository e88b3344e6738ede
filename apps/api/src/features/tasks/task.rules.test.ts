import { describe, expect, test } from '@jest/globals';
import { assignmentState, type AssignmentState } from '@blizej/contracts';
import fc from 'fast-check';
import { assigneeIssues, dueIssues, isLate, progressOf } from './task.rules.ts';

const today = '2026-11-23';
const day = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const share = fc.record({ state: fc.constantFrom<AssignmentState>(...assignmentState.options), dueOn: day });

describe('The progress of a task', () => {
  test('counts every assignment once: answered, declined or still owed', () => {
    fc.assert(
      fc.property(fc.array(share), (shares) => {
        const progress = progressOf(shares, today);
        const owed = shares.filter(({ state }) => ['OPEN', 'IN_PROGRESS', 'RETURNED'].includes(state)).length;
        expect(progress.total).toBe(shares.length);
        expect(progress.answered + progress.declined + owed).toBe(progress.total);
        expect(progress.accepted).toBeLessThanOrEqual(progress.answered);
        expect(progress.late).toBeLessThanOrEqual(owed);
      }),
    );
  });

  test('is the same in whatever order the gminas answer', () => {
    fc.assert(
      fc.property(fc.array(share), (shares) => {
        expect(progressOf(shares.toReversed(), today)).toEqual(progressOf(shares, today));
      }),
    );
  });
});

describe('An assignment is late', () => {
  test.each<[AssignmentState, string, boolean]>([
    ['OPEN', '2026-11-22', true],
    ['IN_PROGRESS', '2026-11-22', true],
    ['RETURNED', '2026-11-22', true],
    ['OPEN', '2026-11-23', false],
    ['SUBMITTED', '2026-11-22', false],
    ['ACCEPTED', '2020-01-01', false],
    ['DECLINED', '2020-01-01', false],
  ])('%s, due %s: %s', (state, dueOn, late) => {
    expect(isLate({ state, dueOn }, today)).toBe(late);
  });
});

test('A due day is today or later', () => {
  expect(dueIssues('2026-11-23', today)).toEqual([]);
  expect(dueIssues('2026-11-22', today)).toEqual([{ in: 'body', pointer: '/dueOn', code: 'due_in_past' }]);
});

describe('Whoever is asked', () => {
  test('is a member of the network, named once, and not asked already', () => {
    expect(assigneeIssues(['a', 'x', 'a', 'b'], ['a', 'b'], ['b'])).toEqual([
      { in: 'body', pointer: '/organizationIds/1', code: 'not_in_network' },
      { in: 'body', pointer: '/organizationIds/2', code: 'duplicate' },
      { in: 'body', pointer: '/organizationIds/3', code: 'already_assigned' },
    ]);
  });

  test('passes exactly when nobody is amiss', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid()), fc.array(fc.uuid()), (asked, others) => {
        expect(assigneeIssues(asked, [...asked, ...others])).toEqual([]);
        expect(assigneeIssues(asked, [])).toHaveLength(asked.length);
      }),
    );
  });
});
