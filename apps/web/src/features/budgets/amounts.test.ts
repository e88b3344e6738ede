import { expect, test } from '@jest/globals';
import { mostOf, percentage, percentOf, rateOf, typedPercent, typedRate } from './amounts.ts';

test.each([
  ['4,2567', 42_567],
  ['4.2', 42_000],
  ['4', 40_000],
  ['4,25671', Number.NaN],
  ['-4', Number.NaN],
  ['kurs', Number.NaN],
])('A rate of %j is %p ten-thousandths', (typed, rate) => expect(rateOf(typed)).toBe(rate));

test.each([
  ['85', 8500],
  ['84,5 %', 8450],
  ['', Number.NaN],
])('%j per cent are %p hundredths', (typed, hundredths) => expect(percentOf(typed)).toBe(hundredths));

test('What is shown to be changed is read as the same', () => {
  for (const language of ['pl', 'en'] as const) {
    for (const rate of [10_000, 42_567, 999_999]) expect(rateOf(typedRate(rate, language))).toBe(rate);
    for (const hundredths of [0, 8450, 10_000]) expect(percentOf(typedPercent(hundredths, language))).toBe(hundredths);
  }
  expect([typedRate(42_567, 'pl'), typedRate(42_567, 'en')]).toEqual(['4,2567', '4.2567']);
  expect([typedPercent(8450, 'pl'), typedPercent(8450, 'en')]).toEqual(['84,5', '84.5']);
  expect(percentage(1, 3)).toBe(33);
  expect(percentage(1, 0)).toBe(0);
});

test.each([
  [[1000], { who: 'only', names: ['a'], total: 1000 }],
  [[1000, 999], { who: 'one', names: ['a'], total: 1000 }],
  [[1000, 1000], { who: 'all', names: ['a', 'b'], total: 1000 }],
  [[10, 400, 400], { who: 'several', names: ['b', 'c'], total: 400 }],
])('Of parts of %j the most has %j: who shares it is no winner', (totals, most) =>
  expect(mostOf(totals.map((total, at) => ({ name: 'abc'.charAt(at), total })))).toEqual(most),
);
