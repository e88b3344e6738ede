import { describe, expect, test } from '@jest/globals';
import { remindersOf } from './reminder.rules.ts';

const kindsOf = (daysLeft: number, daysGiven = 30): string[] =>
  remindersOf({ assignmentId: 'a', dueOn: '2026-11-23', daysLeft, daysGiven }).map(
    ({ kind, step }) => `${kind} ${step}`,
  );

describe('Reminders of a due day', () => {
  test.each([
    [8, []],
    [7, ['WEEK_BEFORE 0']],
    [3, ['WEEK_BEFORE 0']],
    [2, ['TWO_DAYS_BEFORE 0']],
    [1, ['TWO_DAYS_BEFORE 0']],
    [0, ['DUE_DAY 0']],
    [-1, ['LATE 0']],
    [-3, ['LATE 0', 'ESCALATED_TO_COORDINATOR 0']],
    [-7, ['LATE 0', 'ESCALATED_TO_COORDINATOR 0', 'ESCALATED_TO_EXECUTIVE 0']],
    [-8, ['LATE 1', 'ESCALATED_TO_COORDINATOR 0', 'ESCALATED_TO_EXECUTIVE 0']],
    [-400, ['LATE 7', 'ESCALATED_TO_COORDINATOR 0', 'ESCALATED_TO_EXECUTIVE 0']],
  ])('with %i days left: %j', (daysLeft, kinds) => {
    expect(kindsOf(daysLeft)).toEqual(kinds);
  });

  test.each([
    [7, 7, []],
    [2, 2, []],
    [1, 5, ['TWO_DAYS_BEFORE 0']],
    [0, 0, []],
    [-1, 0, ['LATE 0']],
  ])(
    'whoever was asked %i days before, with %i days given, is spared what came before: %j',
    (daysLeft, given, kinds) => {
      expect(kindsOf(daysLeft, given)).toEqual(kinds);
    },
  );
});
