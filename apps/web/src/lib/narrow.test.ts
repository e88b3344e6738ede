import { expect, test } from '@jest/globals';
import { narrowed } from './narrow.ts';

test('What is empty leaves the address, what is chosen stands in it, and nothing else is touched', () => {
  const change = { szukaj: '', nasze: false as const, stan: 'OPEN' };
  expect(Object.entries(narrowed<{ szukaj?: string; nasze?: true; stan?: string; cel?: string }>(change))).toEqual([
    ['szukaj', undefined],
    ['nasze', undefined],
    ['stan', 'OPEN'],
  ]);
});
