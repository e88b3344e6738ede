import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayIn, daysAfter, daysBetween } from './moments.ts';

const anyDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('Days', () => {
  test('are counted there and back', () => {
    expect(daysAfter('2026-12-30', 3)).toBe('2027-01-02');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
        expect(daysBetween(day, daysAfter(day, days))).toBe(days);
      }),
    );
  });

  test.each([
    ['2026-11-29T22:59:59Z', '2026-11-29'],
    ['2026-11-29T23:00:00Z', '2026-11-30'],
    ['2026-07-31T22:00:00Z', '2026-08-01'],
  ])('the day of %s in Warsaw is %s', (moment, day) => {
    expect(dayIn(new Date(moment), 'Europe/Warsaw')).toBe(day);
  });
});
