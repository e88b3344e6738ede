import { expect, test } from '@jest/globals';
import { endOfDay } from './end-of-day.ts';

test.each([
  ['2026-11-30', '2026-11-30T22:59:00.000Z'],
  ['2026-07-30', '2026-07-30T21:59:00.000Z'],
  // The day on which the clocks go back, and the one on which they go forward.
  ['2026-10-25', '2026-10-25T22:59:00.000Z'],
  ['2026-03-29', '2026-03-29T21:59:00.000Z'],
  ['', ''],
])('The end of %s in Warsaw', (day, moment) => {
  expect(endOfDay(day, 'Europe/Warsaw')).toBe(moment);
});
