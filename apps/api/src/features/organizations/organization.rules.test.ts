import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dueOf, totalOf } from './dues.rules.ts';
import { associationLifecycle, type Standing } from './organization.lifecycle.ts';
import { joiningIssues, leavingIssues } from './organization.rules.ts';

const today = '2026-11-23';

describe('The days of an accession', () => {
  test.each([
    ['as they should be', '2026-03-01', '2026-04-01', null, []],
    ['all on one day, today', today, today, null, []],
    ['joining again on the day after leaving', '2026-01-05', '2026-01-11', '2026-01-10', []],
    [
      'resolved tomorrow',
      '2026-11-24',
      '2026-11-24',
      null,
      ['/resolution/adoptedOn in_future', '/memberSince in_future'],
    ],
    ['from tomorrow on', '2026-03-01', '2026-11-24', null, ['/memberSince in_future']],
    ['before it was resolved', '2026-03-02', '2026-03-01', null, ['/memberSince before_resolution']],
    [
      'on the last day of the earlier membership',
      '2026-01-05',
      '2026-01-10',
      '2026-01-10',
      ['/memberSince still_member_then'],
    ],
  ])('%s', (_, adoptedOn, memberSince, formerUntil, issues) => {
    const found = joiningIssues({ adoptedOn, memberSince }, { formerUntil, today });
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(issues);
  });
});

describe('The days of a leaving', () => {
  test.each([
    ['as they should be', '2026-03-01', '2026-06-30', []],
    ['today', today, today, []],
    ['from tomorrow on', '2026-03-01', '2026-11-24', ['/memberUntil in_future']],
    [
      'resolved tomorrow',
      '2026-11-24',
      '2026-11-23',
      ['/resolution/adoptedOn in_future', '/memberUntil before_resolution'],
    ],
    ['before it was resolved', '2026-03-01', '2026-02-28', ['/memberUntil before_resolution']],
    ['before it began', '2014-03-01', '2014-12-31', ['/memberUntil ends_before_start']],
  ])('%s', (_, adoptedOn, memberUntil, issues) => {
    const found = leavingIssues({ adoptedOn, memberUntil }, { memberSince: '2015-01-01', today });
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(issues);
  });
});

test.each<[Standing, string[]]>([
  ['NONE', ['makeCandidate', 'join']],
  ['CANDIDATE', ['join']],
  ['MEMBER', ['leave']],
  ['FORMER', ['makeCandidate', 'join']],
])('A gmina that is %s to the association can: %j', (standing, moves) => {
  const all = ['makeCandidate', 'join', 'leave'] as const;
  expect(all.filter((move) => associationLifecycle.allows(standing, move))).toEqual(moves);
});

describe('Dues', () => {
  const population = fc.option(fc.integer({ min: 1, max: 2_000_000 }));
  const rate = fc.integer({ min: 0, max: 100_000 });

  test('are whole grosze whatever the rate, and add up to what everybody pays', () => {
    fc.assert(
      fc.property(fc.array(population, { maxLength: 60 }), rate, (populations, perInhabitant) => {
        const dues = populations.map((one) => dueOf(one, perInhabitant));
        const total = totalOf(dues);
        expect(Number.isSafeInteger(total)).toBe(true);
        expect(total).toBe(perInhabitant * populations.reduce<number>((sum, one) => sum + (one ?? 0), 0));
      }),
    );
  });

  test('are not known without a rate or a population', () => {
    expect(dueOf(null, 50)).toBeNull();
    expect(dueOf(1000, null)).toBeNull();
    expect(dueOf(1000, 0)).toBe(0);
  });
});
