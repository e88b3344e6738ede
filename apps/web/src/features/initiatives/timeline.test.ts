import { expect, test } from '@jest/globals';
import { monthsAfter, placeOf, spanOf } from './timeline.rules.ts';

const item = (startsOn: string | null, endsOn: string | null, ...due: string[]) => ({
  id: '11111111-1111-7111-8111-111111111111',
  title: { pl: 'Inicjatywa', en: null },
  stage: 'RUNNING' as const,
  startsOn,
  endsOn,
  milestones: due.map((dueOn) => ({ id: dueOn, title: { pl: 'Etap', en: null }, dueOn, reachedOn: null, late: false })),
});

test('A month follows another over the turn of the year, both ways', () => {
  expect(monthsAfter('2026-11-01', 3)).toBe('2027-02-01');
  expect(monthsAfter('2026-02-01', -3)).toBe('2025-11-01');
});

test('The picture reaches from the first day of anything to the last, a year at least, with today in it', () => {
  expect(spanOf([item('2026-03-10', null, '2027-09-02')], '2026-11-29')).toEqual({ from: '2026-03-01', months: 19 });
  expect(spanOf([item('2026-12-05', '2026-12-20')], '2026-11-29')).toEqual({ from: '2026-11-01', months: 12 });
  // What lies decades away does not make the rest unreadable.
  expect(spanOf([item('1990-01-01', '2090-01-01')], '2026-11-29')).toEqual({ from: '2023-11-01', months: 72 });
});

test('A day has its place within its month; outside of the picture it stands at the edge', () => {
  const span = { from: '2026-11-01', months: 12 };
  expect(placeOf(span, '2026-11-16')).toBeCloseTo(0.5);
  expect(placeOf(span, '2027-02-01')).toBe(3);
  expect(placeOf(span, '2020-01-01')).toBe(0);
  expect(placeOf(span, '2099-01-01')).toBe(12);
});
