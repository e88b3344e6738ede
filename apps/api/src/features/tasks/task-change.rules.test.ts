import { describe, expect, test } from '@jest/globals';
import { changed, movesAlong, outcomeOf, type TaskStanding } from './task-change.rules.ts';

const task: TaskStanding = { dueOn: '2026-05-10', priority: 'NORMAL', state: 'OPEN', version: 3 };
const closed: TaskStanding = { ...task, state: 'CLOSED' };
const moved = { kind: 'DUE_ON', dueOn: '2026-06-01' } as const;
const close = { kind: 'CLOSE' } as const;

describe('How a change goes with one of several tasks', () => {
  test.each([
    ['it moves', task, 3, moved, 'CHANGED'],
    ['it closes', task, 3, close, 'CHANGED'],
    ['it becomes urgent', task, 3, { kind: 'PRIORITY', priority: 'HIGH' } as const, 'CHANGED'],
    ['it is ordinary already', task, 3, { kind: 'PRIORITY', priority: 'NORMAL' } as const, 'SAME'],
    ['it has that day already', task, 3, { kind: 'DUE_ON', dueOn: task.dueOn } as const, 'SAME'],
    ['it is closed, and closing is meant', closed, 3, close, 'SAME'],
    ['it is closed', closed, 3, moved, 'CLOSED'],
    ['somebody was quicker', task, 2, moved, 'CHANGED_SINCE'],
    ['it is not there', undefined, 1, moved, 'ABSENT'],
  ])('%s', (_, standing, seen, change, outcome) => {
    expect(outcomeOf(standing, seen, change)).toBe(outcome);
  });

  test('a change leaves all else as it was', () => {
    expect(changed(task, moved)).toEqual({ ...task, dueOn: '2026-06-01' });
    expect(changed(task, close)).toEqual(closed);
  });

  test.each([
    ['the task’s day moves with it', '2026-05-10', true],
    ['a later day of its own stays', '2026-06-05', false],
    ['a day of its own that would come first moves with it', '2026-05-20', true],
  ])('%s', (_, own, moves) => {
    expect(movesAlong(own, task.dueOn, moved.dueOn)).toBe(moves);
  });
});
