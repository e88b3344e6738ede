import { expect, test } from '@jest/globals';
import { numberFrom, roman } from './roman.ts';

test.each([
  [1, 'I'],
  [4, 'IV'],
  [9, 'IX'],
  [54, 'LIV'],
  [90, 'XC'],
  [1949, 'MCMXLIX'],
  [3999, 'MMMCMXCIX'],
])('The number %i is written %s', (number, written) => {
  expect(roman(number)).toBe(written);
  expect(numberFrom(written)).toBe(number);
});

test.each([
  ['56', 56],
  [' lvi ', 56],
  ['LVJ', undefined],
  ['IIII', undefined],
  ['5V', undefined],
  ['', undefined],
])('“%s” is read as %s', (text, number) => {
  expect(numberFrom(text)).toBe(number);
});
