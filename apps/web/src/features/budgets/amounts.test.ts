import { expect, test } from '@jest/globals';
import { percentage, percentOf, rateOf, typedPercent, typedRate } from './amounts.ts';

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
  for (const rate of [10_000, 42_567, 999_999]) expect(rateOf(typedRate(rate))).toBe(rate);
  for (const hundredths of [0, 8450, 10_000]) expect(percentOf(typedPercent(hundredths))).toBe(hundredths);
  expect(percentage(1, 3)).toBe(33);
  expect(percentage(1, 0)).toBe(0);
});
