import { describe, expect, test } from '@jest/globals';
import { daysOf, monthAfter, placeInWeek } from './calendar.rules.ts';

describe('The calendar', () => {
  test.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-05', -17, '2024-12'],
    ['2026-05', 0, '2026-05'],
  ])('%s and %i months is %s', (month, months, expected) => {
    expect(monthAfter(month, months)).toBe(expected);
  });

  test.each([
    ['2026-11', 30],
    ['2026-02', 28],
    ['2028-02', 29],
    ['2026-12', 31],
  ])('%s has %i days', (month, count) => {
    const days = daysOf(month);
    expect(days).toHaveLength(count);
    expect(days.at(0)).toBe(`${month}-01`);
    expect(days.at(-1)).toBe(`${month}-${count}`);
  });

  test.each([
    ['2026-11-23', 1],
    ['2026-11-01', 7],
    ['2026-11-28', 6],
  ])('%s is day %i of its week', (day, place) => {
    expect(placeInWeek(day)).toBe(place);
  });
});
