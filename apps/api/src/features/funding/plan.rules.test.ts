import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { daysAfter } from '../../kernel/moments.ts';
import { decideByOf, planBack, type Session } from './plan.rules.ts';

const today = '2027-02-15';
const decideBy = '2027-04-10';
const plan = (...sessions: [string, string][]) =>
  planBack(
    sessions.map(([tabledBy, heldOn]) => ({ tabledBy, heldOn })),
    { decideBy, today },
  );

describe('Planning back from a deadline', () => {
  test('the last session before the day for signing is named, with the day by which its draft is tabled', () => {
    expect(plan(['2027-02-20', '2027-03-01'], ['2027-03-12', '2027-03-26'], ['2027-04-20', '2027-04-30'])).toEqual({
      outcome: 'IN_TIME',
      latest: { heldOn: '2027-03-26', tabledBy: '2027-03-12' },
      sessions: [
        { heldOn: '2027-03-01', tabledBy: '2027-02-20', verdict: 'IN_TIME' },
        { heldOn: '2027-03-26', tabledBy: '2027-03-12', verdict: 'IN_TIME' },
        { heldOn: '2027-04-30', tabledBy: '2027-04-20', verdict: 'AFTER_DEADLINE' },
      ],
    });
  });

  test('a draft can be tabled on the last day for it, and not the day after', () => {
    expect(plan([today, '2027-03-01']).outcome).toBe('IN_TIME');
    expect(plan([daysAfter(today, -1), '2027-03-01'])).toMatchObject({
      outcome: 'TOO_LATE',
      latest: null,
      sessions: [{ verdict: 'TABLING_OVER' }],
    });
  });

  test('a session on the last day for deciding is in time, one a day later is not', () => {
    expect(plan(['2027-04-01', decideBy]).outcome).toBe('IN_TIME');
    expect(plan(['2027-04-01', daysAfter(decideBy, 1)]).outcome).toBe('UNKNOWN');
  });

  test('without a session that is known nobody can say', () => {
    expect(plan()).toEqual({ outcome: 'UNKNOWN', latest: null, sessions: [] });
  });

  test('once the day for deciding is over, it is too late, whatever is known', () => {
    expect(planBack([], { decideBy: daysAfter(today, -1), today }).outcome).toBe('TOO_LATE');
  });

  const day = fc.integer({ min: -60, max: 200 }).map((days) => daysAfter(today, days));
  const session: fc.Arbitrary<Session> = fc
    .tuple(day, fc.integer({ min: 0, max: 30 }))
    .map(([heldOn, before]) => ({ heldOn, tabledBy: daysAfter(heldOn, -before) }));

  test('what is named in time can still be tabled, is held in time, and nothing later is', () => {
    fc.assert(
      fc.property(
        fc.array(session, { maxLength: 12 }),
        day,
        fc.integer({ min: 0, max: 40 }),
        (known, closesOn, days) => {
          const by = decideByOf(closesOn, days);
          expect(daysAfter(by, days)).toBe(closesOn);
          const { outcome, latest, sessions } = planBack(known, { decideBy: by, today });
          expect(outcome === 'IN_TIME').toBe(latest !== null);
          expect(sessions).toHaveLength(known.filter(({ heldOn }) => heldOn >= today).length);
          expect(sessions.map(({ heldOn }) => heldOn)).toEqual(sessions.map(({ heldOn }) => heldOn).toSorted());
          const good = known.filter(({ heldOn, tabledBy }) => tabledBy >= today && heldOn <= by);
          if (latest) {
            expect(latest.tabledBy >= today && latest.heldOn <= by).toBe(true);
            expect(good.every(({ heldOn }) => heldOn <= latest.heldOn)).toBe(true);
          } else expect(good).toEqual([]);
        },
      ),
    );
  });

  test('more time to sign, or a later day, never makes a council that could not decide able to', () => {
    fc.assert(
      fc.property(
        fc.array(session, { maxLength: 8 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (known, days, more, later) => {
          const ask = (signing: number, on: string) =>
            planBack(known, { decideBy: decideByOf('2027-05-31', signing), today: on }).latest !== null;
          if (ask(days + more, daysAfter(today, later))) expect(ask(days, today)).toBe(true);
        },
      ),
    );
  });
});
