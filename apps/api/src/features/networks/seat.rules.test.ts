import { describe, expect, test } from '@jest/globals';
import { whyNotSeated, type Seat } from './seat.rules.ts';

const sponsor: Seat = { id: 's', personId: 'mayor', role: 'SPONSOR', substituteForId: null };
const official: Seat = { id: 'o', personId: 'ola', role: 'OFFICIAL', substituteForId: null };
const substitute: Seat = { id: 'z', personId: 'jan', role: 'OFFICIAL', substituteForId: 'o' };

describe('A seat in a network', () => {
  test.each([
    ['an official among none', [], { personId: 'ola', role: 'OFFICIAL' }, undefined],
    ['a second official', [official], { personId: 'ewa', role: 'OFFICIAL' }, undefined],
    ['a sponsor beside officials', [official], { personId: 'mayor', role: 'SPONSOR' }, undefined],
    ['a second sponsor', [sponsor], { personId: 'ewa', role: 'SPONSOR' }, 'seat-taken'],
    ['a substitute of the sponsor', [sponsor], { personId: 'ewa', role: 'SPONSOR', substituteFor: 's' }, undefined],
    [
      'a second substitute',
      [official, substitute],
      { personId: 'ewa', role: 'OFFICIAL', substituteFor: 'o' },
      'seat-taken',
    ],
    ['somebody who sits', [official, substitute], { personId: 'jan', role: 'OFFICIAL' }, 'already-seated'],
    [
      'a substitute of a substitute',
      [official, substitute],
      { personId: 'ewa', role: 'OFFICIAL', substituteFor: 'z' },
      'unknown',
    ],
    ['a substitute of another role', [official], { personId: 'ewa', role: 'SPONSOR', substituteFor: 'o' }, 'unknown'],
    ['a substitute of nobody', [official], { personId: 'ewa', role: 'OFFICIAL', substituteFor: 'x' }, 'unknown'],
  ] as const)('%s', (_, seats, wanted, expected) => {
    expect(whyNotSeated(seats, wanted)).toBe(expected);
  });
});
