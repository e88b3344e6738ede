import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  amountOfWorth,
  groszeOfEuro,
  groszeOfWork,
  valueKind,
  valueMaximum,
  worthIssues,
  type Office,
  type Worth,
} from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { balancePolicy, confirmingOffices } from './balance.policy.ts';
import { dayIssues, gapOf, reckon } from './balance.rules.ts';

const codes = (worth: Worth) => worthIssues(worth).map(({ pointer, code }) => `${pointer} ${code}`);

describe('What an entry comes to', () => {
  test.each<[Worth, number]>([
    [{ kind: 'TRAINING', amount: 450_000 }, 450_000],
    [{ kind: 'GRANT', euroCents: 940_000, euroRate: 42_635, euroRateOn: '2026-11-01' }, 4_007_690],
    // 1 cent at 4.2635 is 4.2635 grosze; 10 cents are 42.635, and half a grosz goes up.
    [{ kind: 'GRANT', euroCents: 1, euroRate: 42_635, euroRateOn: '2026-11-01' }, 4],
    [{ kind: 'GRANT', euroCents: 10, euroRate: 42_650, euroRateOn: '2026-11-01' }, 43],
    [{ kind: 'EXPERT_HOURS', minutes: 750, hourRate: 19_000 }, 237_500],
    [{ kind: 'EXPERT_HOURS', minutes: 1, hourRate: 30 }, 1],
  ])('%j', (worth, amount) => {
    expect(codes(worth)).toEqual([]);
    expect(amountOfWorth(worth)).toBe(amount);
  });

  test.each<[Worth, string[]]>([
    [{ kind: 'TRAINING' }, ['/amount required']],
    [{ kind: 'GRANT', euroCents: 100 }, ['/euroRate required', '/euroRateOn required']],
    [{ kind: 'GRANT', amount: 100, euroCents: 100 }, ['/euroCents worth_not_wanted']],
    [
      { kind: 'SAVING', amount: 100, minutes: 60, hourRate: 100 },
      ['/minutes worth_not_wanted', '/hourRate worth_not_wanted'],
    ],
    [{ kind: 'EXPERT_HOURS', amount: 100 }, ['/amount worth_not_wanted', '/minutes required', '/hourRate required']],
    [{ kind: 'EXPERT_HOURS', minutes: 1, hourRate: 1 }, ['/minutes too_small']],
    [{ kind: 'GRANT', euroCents: valueMaximum, euroRate: 42_635, euroRateOn: '2026-11-01' }, ['/euroCents too_big']],
  ])('is refused: %j', (worth, issues) => expect(codes(worth)).toEqual(issues));

  test('is never further from the exact one than half a grosz', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 10_000, max: 100_000 }), (cents, rate) => {
        expect(Math.abs(groszeOfEuro(cents, rate) - (cents * rate) / 10_000)).toBeLessThanOrEqual(0.5);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600_000 }), fc.integer({ min: 1, max: 1_000_000 }), (minutes, rate) => {
        expect(Math.abs(groszeOfWork(minutes, rate) - (minutes * rate) / 60)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});

test('It happened in its year, and not after today', () => {
  const issues = (happenedOn: string, year = 2026) =>
    dayIssues({ year, happenedOn, euroRateOn: happenedOn }, '2026-06-30').map(({ code }) => code);
  expect(issues('2026-06-30')).toEqual([]);
  expect(issues('2025-12-31')).toEqual(['outside_year']);
  expect(issues('2026-07-01')).toEqual(['in_future', 'in_future']);
});

const sums = fc.array(
  fc.record({
    kind: fc.constantFrom(...valueKind.options),
    amount: fc.integer({ min: -valueMaximum, max: valueMaximum }),
  }),
  { maxLength: 60 },
);

describe('A year', () => {
  test('balances in whatever order its entries come: its kinds are its value, and value less dues its result', () => {
    fc.assert(
      fc.property(
        sums.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
        ),
        fc.option(fc.integer({ min: 0, max: 1e10 })),
        ([entries, shuffled], due) => {
          const year = reckon(due, entries);
          expect(reckon(due, shuffled)).toEqual(year);
          expect(year.kinds.map(({ kind }) => kind)).toEqual(valueKind.options);
          expect(year.kinds.reduce((sum, { amount }) => sum + amount, 0)).toBe(year.value);
          expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(year.value);
          expect(year.result).toBe(due === null ? null : year.value - due);
        },
      ),
    );
  });

  test.each([
    [{ belonged: false, perInhabitant: 60, population: 10 }, 'MEMBERSHIP'],
    [{ belonged: true, perInhabitant: null, population: null }, 'RATE'],
    [{ belonged: true, perInhabitant: 60, population: null }, 'POPULATION'],
    [{ belonged: true, perInhabitant: 0, population: 0 }, null],
  ])('%j is without dues for want of: %s', (year, gap) => expect(gapOf(year)).toBe(gap));
});

describe('Nobody confirms their own word, nor that of their own side', () => {
  const gmina = 'jantarowo';
  const entry = (declaredAs: Office, declaredById = 'another') => ({ organizationId: gmina, declaredById, declaredAs });
  const offices = ['EXECUTIVE', 'COORDINATOR', 'DELEGATE', 'OFFICIAL'] as const;
  const secretary = actorWith(['SECRETARIAT', 'secretariat']);

  test.each<[Office, Office[]]>([
    ['OFFICIAL', ['EXECUTIVE', 'COORDINATOR', 'SECRETARIAT']],
    ['COORDINATOR', ['SECRETARIAT']],
    ['EXECUTIVE', ['SECRETARIAT']],
    ['SECRETARIAT', ['EXECUTIVE', 'COORDINATOR']],
  ])('what the %s declares is for: %j', (declaredAs, confirming) => {
    expect(confirmingOffices(declaredAs)).toEqual(confirming);
    const may = offices.filter(
      (office) => balancePolicy.decidingOffice(actorWith([office, gmina]), entry(declaredAs)) !== undefined,
    );
    expect(may).toEqual(confirming.filter((office) => office !== 'SECRETARIAT'));
    expect(balancePolicy.decidingOffice(secretary, entry(declaredAs)) !== undefined).toBe(
      confirming.includes('SECRETARIAT'),
    );
    expect(balancePolicy.decidingOffice(actorWith(['EXECUTIVE', 'mewia']), entry(declaredAs))).toBeUndefined();
  });

  test('not even where they hold the office that could', () => {
    expect(balancePolicy.decidingOffice(actorWith(['EXECUTIVE', gmina]), entry('OFFICIAL', 'person'))).toBeUndefined();
  });

  test('a delegate has the vote, and declares nothing', () => {
    expect(balancePolicy.declaringOffice(actorWith(['DELEGATE', gmina]), gmina)).toBeUndefined();
    expect(balancePolicy.declaringOffice(actorWith(['OFFICIAL', gmina]), gmina)).toBe('OFFICIAL');
    expect(balancePolicy.declaringOffice(actorWith(['OFFICIAL', gmina]), 'mewia')).toBeUndefined();
  });
});
