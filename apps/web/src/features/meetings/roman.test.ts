import { expect, test } from '@jest/globals';
import { roman } from './roman.ts';

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
});
