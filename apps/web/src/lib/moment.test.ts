import { expect, test } from '@jest/globals';
import { instantOf, wallClockOf } from './moment.ts';

const zone = 'Europe/Warsaw';

test.each([
  ['in winter', '2026-11-30', '15:00', '2026-11-30T14:00:00.000Z'],
  ['in summer', '2026-07-30', '15:00', '2026-07-30T13:00:00.000Z'],
  ['on the morning after the clocks went back', '2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
  ['on the morning after they went forward', '2026-03-29', '09:00', '2026-03-29T07:00:00.000Z'],
  ['just before they go forward', '2026-03-29', '01:30', '2026-03-29T00:30:00.000Z'],
])('A wall clock %s', (_, day, time, instant) => {
  expect(instantOf({ day, time }, zone)).toBe(instant);
  expect(wallClockOf(instant, zone)).toEqual({ day, time });
});

test('A wall clock that is not told whole is no moment', () => {
  expect(instantOf({ day: '2026-11-30', time: '' }, zone)).toBe('');
  expect(instantOf({ day: '', time: '15:00' }, zone)).toBe('');
});
