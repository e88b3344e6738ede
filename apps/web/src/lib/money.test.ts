import { expect, test } from '@jest/globals';
import { amountIssue, boundOf, groszeOf, unreadableAmount, zlotyOf } from './money.ts';

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
  ['1.234,50', 123_450],
  ['1.234.567,5', 123_456_750],
  ['1.234.567', 123_456_700],
  ['1.234', Number.NaN],
  ['0.123,50', Number.NaN],
  ['1.23,50', Number.NaN],
  ['10000000000', 1_000_000_000_000],
  ['-1', Number.NaN],
])('%j is %p grosze', (typed, grosze) => {
  expect(groszeOf(typed)).toEqual(grosze);
});

test('An amount that is shown to be changed is written in its reader’s notation, and read as the same', () => {
  for (const language of ['pl', 'en'] as const)
    for (const grosze of [0, 1, 29, 60, 100, 115, 123_405, 99_999, 100_001_000])
      expect(groszeOf(zlotyOf(grosze, language))).toBe(grosze);
  expect([zlotyOf(1_000_001, 'pl'), zlotyOf(1_000_001, 'en')]).toEqual(['10000,01', '10000.01']);
});

test.each([
  ['1.234,50', undefined],
  ['', undefined],
  ['0,605', 'amount_decimals'],
  ['1.234', 'amount_decimals'],
  ['-50', 'amount_negative'],
  ['−1 000,50 zł', 'amount_negative'],
  ['abc', 'amount_unreadable'],
  ['1,', 'amount_unreadable'],
  ['-', 'amount_unreadable'],
])('What keeps %j from being an amount is %p', (typed, code) => {
  expect(unreadableAmount(typed)?.code).toBe(code);
});

test('An amount is refused in the words of amounts, its bounds told in whole units and not in grosze', () => {
  const positive = { minimum: 1, maximum: 10_000_000_000 };
  expect(amountIssue('0', positive)).toEqual({ code: 'amount_not_positive' });
  expect(amountIssue('0,50', positive)).toBeUndefined();
  expect(amountIssue('', positive)).toEqual({ code: 'required' });
  expect(amountIssue('', {})).toBeUndefined();
  expect(amountIssue('abc', positive)).toEqual({ code: 'amount_unreadable' });
  expect(amountIssue('100 000 000,01', positive)).toEqual({
    code: 'amount_too_large',
    params: { maximum: 100_000_000 },
  });
  expect(amountIssue(4999, boundOf({ code: 'too_small', minimum: 5000 }))).toEqual({
    code: 'amount_too_small',
    params: { minimum: 50 },
  });
  expect(amountIssue(11, boundOf({ code: 'too_big', maximum: 10 }))).toMatchObject({ code: 'amount_too_large' });
  // What is wrong with it is no matter of its size: the schema's own words stay.
  expect(amountIssue(11, boundOf({ code: 'custom' }))).toBeUndefined();
});
