import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { recurrence } from '@blizej/contracts';
import { monthsAfter, nextOfSeries } from './series.rules.ts';

const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2090-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('The days of a series', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (from, count, expected) => {
    expect(monthsAfter(from, count)).toBe(expected);
  });

  test('come back to the day on which it began', () => {
    expect(nextOfSeries('2026-01-31', 'MONTHLY', '2026-02-28')).toBe('2026-03-31');
    expect(nextOfSeries('2026-01-31', 'MONTHLY', '2026-03-30')).toBe('2026-03-31');
    expect(nextOfSeries('2026-05-10', 'YEARLY', '2026-05-09')).toBe('2026-05-10');
  });

  test('the next one is after the day, and none lies between', () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom(...recurrence.options), (startsOn, after, how) => {
        const next = nextOfSeries(startsOn, how, after);
        const step = { MONTHLY: 1, QUARTERLY: 3, YEARLY: 12 }[how];
        expect(next > after && next >= startsOn).toBe(true);
        for (let count = 0; monthsAfter(startsOn, count) < next; count += step)
          expect(monthsAfter(startsOn, count) <= after).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
