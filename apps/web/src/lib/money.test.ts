import { expect, test } from '@jest/globals';
import { groszeOf, zlotyOf } from './money.ts';

test.each([
  ['0,60', 60],
  ['0.6', 60],
  ['1', 100],
  ['1 234,05', 123_405],
  ['12,50 zł', 1250],
  ['1,234.05', 123_405],
  ['12,000', 1_200_000],
  ['1,234,567.8', 123_456_780],
  ['', ''],
  ['sześć', Number.NaN],
  ['0,605', Number.NaN],
  ['1,2345', Number.NaN],
  ['1234,567', Number.NaN],
  ['-1', Number.NaN],
])('%j is %p grosze', (typed, grosze) => {
  expect(groszeOf(typed)).toEqual(grosze);
});

test('An amount that is shown to be changed is read as the same', () => {
  for (const grosze of [0, 1, 29, 60, 100, 115, 123_405, 99_999]) expect(groszeOf(zlotyOf(grosze))).toBe(grosze);
});
