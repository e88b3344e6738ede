import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { useWorld } from '../../../test/world.ts';
import { Prisma } from '../../platform/database/database.ts';
import { deadlineIssues, grantIssues, nextDeadline, reminderDays, reminderOf, stateOf } from './call.rules.ts';
import { nextAt, stateByClock } from './calls.store.ts';

const moment = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('The clock of a call', () => {
  test('the next deadline is never over, and none is left exactly where all are over', () => {
    fc.assert(
      fc.property(fc.option(moment), moment, moment, (firstStageAt, closesAt, now) => {
        const next = nextDeadline({ firstStageAt, closesAt }, { now });
        const ahead = [firstStageAt, closesAt].filter((at) => at !== null && at > now);
        expect(next === null).toBe(ahead.length === 0);
        if (next) expect(next.at > now).toBe(true);
      }),
    );
  });

  test('closes at its very moment', () => {
    const closesAt = '2027-03-31T14:00:00.000Z';
    expect(nextDeadline({ firstStageAt: null, closesAt }, { now: '2027-03-31T13:59:59.999Z' })).not.toBeNull();
    expect(nextDeadline({ firstStageAt: null, closesAt }, { now: closesAt })).toBeNull();
  });

  test.each([
    ['announced until its opening day', { opensOn: '2027-02-02', nextOn: '2027-06-01' }, 'ANNOUNCED'],
    ['open from that day on', { opensOn: '2027-02-01', nextOn: '2027-06-01' }, 'OPEN'],
    ['fifteen days ahead still open', { opensOn: '2027-01-01', nextOn: '2027-02-16' }, 'OPEN'],
    ['fourteen days ahead closing soon', { opensOn: '2027-01-01', nextOn: '2027-02-15' }, 'CLOSING_SOON'],
    ['on its last day closing soon', { opensOn: '2027-01-01', nextOn: '2027-02-01' }, 'CLOSING_SOON'],
    ['closed without a deadline ahead', { opensOn: '2027-01-01', nextOn: null }, 'CLOSED'],
  ])('%s', (_, call, state) => {
    expect(stateOf({ isCancelled: false, ...call }, { today: '2027-02-01' })).toBe(state);
    expect(stateOf({ isCancelled: true, ...call }, { today: '2027-02-01' })).toBe('CANCELLED');
  });

  test('as a deadline comes nearer each reminder is met once, in its order, and none after it', () => {
    const met = Array.from({ length: 120 }, (_, passed) => reminderOf(100 - passed));
    expect([...new Set(met)]).toEqual([undefined, ...reminderDays]);
    expect(met.at(-1)).toBeUndefined();
    expect(reminderOf(0)).toBe(3);
    expect(reminderOf(-1)).toBeUndefined();
  });
});

describe('The clock in SQL', () => {
  const world = useWorld();

  test('says of every call the same as the pure rule', async () => {
    const rows = await world.rows<{
      state: string;
      next: Date | null;
      isCancelled: boolean;
      opensOn: string;
      firstStageAt: Date | null;
      closesAt: Date;
      now: Date;
      today: string;
      nextOn: string | null;
    }>(Prisma.sql`
      SELECT ${stateByClock} AS state, ${nextAt} AS next, cancellation IS NOT NULL AS "isCancelled",
             opens_on::text AS "opensOn", first_stage_at AS "firstStageAt", closes_at AS "closesAt", portal_now() AS now,
             portal_today()::text AS today, (${nextAt} AT TIME ZONE 'Europe/Warsaw')::date::text AS "nextOn"
      FROM funding_call`);
    expect(new Set(rows.map(({ state }) => state)).size).toBe(5);
    for (const row of rows) {
      const deadlines = {
        firstStageAt: row.firstStageAt?.toISOString() ?? null,
        closesAt: row.closesAt.toISOString(),
      };
      const next = row.isCancelled ? null : nextDeadline(deadlines, { now: row.now.toISOString() });
      expect(next?.at ?? null).toBe(row.next?.toISOString() ?? null);
      expect(stateOf(row, row)).toBe(row.state);
    }
  });
});

describe('What is said of a call', () => {
  test('its deadlines stand in their order, after its opening', () => {
    const days = { opensOn: '2027-01-10', closesOn: '2027-03-31' };
    const closesAt = '2027-03-31T14:00:00Z';
    expect(deadlineIssues({ closesAt, firstStageAt: '2027-02-01T14:00:00Z' }, days)).toEqual([]);
    expect(deadlineIssues({ closesAt, firstStageAt: closesAt }, days)).toMatchObject([{ code: 'not_before_close' }]);
    expect(deadlineIssues({ closesAt }, { ...days, closesOn: '2027-01-09' })).toMatchObject([
      { code: 'closes_before_opens' },
    ]);
  });

  test('what is asked for lies within what is granted', () => {
    const call = { minimum: 100, maximum: 200 };
    expect([99, 100, 200, 201].map((grant) => grantIssues(grant, call)[0]?.code)).toEqual([
      'below_call_minimum',
      undefined,
      undefined,
      'above_call_maximum',
    ]);
    expect(grantIssues(undefined, call)).toEqual([]);
    expect(grantIssues(1, { minimum: null, maximum: null })).toEqual([]);
  });
});
