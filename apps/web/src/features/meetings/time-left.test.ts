import { expect, test } from '@jest/globals';
import { clockOf, secondsLeft } from './time-left.ts';

test.each([
  ['just said', 300, 0, '5:00'],
  ['eleven seconds later', 300, 11_000, '4:49'],
  ['an hour and more', 7200, 400, '120:00'],
  ['over', 10, 60_000, '0:00'],
  ['said a moment ahead of this device', 300, -2_000, '5:00'],
])('The time left that was %s is shown as a clock', (_, said, passed, shown) => {
  expect(clockOf(secondsLeft(said, 1_000_000, 1_000_000 + passed))).toBe(shown);
});
