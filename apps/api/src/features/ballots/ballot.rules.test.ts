import { describe, expect, test } from '@jest/globals';
import {
  ballotChoice,
  ballotMajority,
  ballotQuorum,
  shareOf,
  type BallotOutcome,
  type BallotRule,
  type BallotState,
} from '@blizej/contracts';
import fc from 'fast-check';
import {
  countOf,
  draftIssues,
  extensionIssues,
  outcomeOf,
  phaseOf,
  quorumNeeded,
  proxyIssues,
  reminderMoments,
  turnOf,
} from './ballot.rules.ts';

const simple: BallotRule = { quorum: 'HALF', majority: 'SIMPLE', majorityOf: 'VOTES', liveCount: false };
const rule = fc.record({
  quorum: fc.constantFrom(...ballotQuorum.options),
  majority: fc.constantFrom(...ballotMajority.options),
  majorityOf: fc.constantFrom('VOTES' as const, 'ELECTORATE' as const),
  liveCount: fc.boolean(),
});
const choices = fc.array(fc.constantFrom(...ballotChoice.options), { maxLength: 60 });
/** Choices, and an electorate that is large enough for them. */
const cast = fc
  .tuple(choices, fc.nat({ max: 40 }))
  .map(([made, silent]) => ({ made, electorate: made.length + silent }));

describe('The quorum of a ballot', () => {
  test.each([
    ['NONE', 41, 0],
    ['THIRD', 41, 14],
    ['THIRD', 42, 14],
    ['HALF', 40, 20],
    ['HALF', 41, 21],
    ['MORE_THAN_HALF', 40, 21],
    ['MORE_THAN_HALF', 41, 21],
    ['TWO_THIRDS', 41, 28],
    ['TWO_THIRDS', 42, 28],
    ['TWO_THIRDS', 1, 1],
  ] as const)('%s of %i gminas is %i', (quorum, electorate, needed) => {
    expect(quorumNeeded(quorum, electorate)).toBe(needed);
  });

  test('can always be met by all, and is the smallest number that reaches its fraction', () => {
    const fraction = { THIRD: [1, 3], HALF: [1, 2], TWO_THIRDS: [2, 3] } as const;
    fc.assert(
      fc.property(
        fc.constantFrom('THIRD' as const, 'HALF' as const, 'TWO_THIRDS' as const),
        fc.integer({ min: 1, max: 3000 }),
        (quorum, electorate) => {
          const needed = quorumNeeded(quorum, electorate);
          const [part, whole] = fraction[quorum];
          expect(needed).toBeLessThanOrEqual(electorate);
          expect(needed * whole).toBeGreaterThanOrEqual(electorate * part);
          expect((needed - 1) * whole).toBeLessThan(electorate * part);
        },
      ),
    );
  });
});

test('The quorum of more than a half is the smallest number that no other half can reach', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), (electorate) => {
      const needed = quorumNeeded('MORE_THAN_HALF', electorate);
      expect(needed * 2).toBeGreaterThan(electorate);
      expect((needed - 1) * 2).toBeLessThanOrEqual(electorate);
      expect(needed).toBeLessThanOrEqual(electorate);
      expect(quorumNeeded('NONE', electorate)).toBe(0);
    }),
  );
});

describe('What a ballot decides', () => {
  test.each<[string, Partial<BallotRule>, [number, number, number], number, BallotOutcome]>([
    ['more for than against', {}, [12, 9, 0], 41, 'ADOPTED'],
    ['a tie', {}, [11, 11, 0], 41, 'REJECTED'],
    ['fewer for than against', {}, [9, 12, 0], 41, 'REJECTED'],
    ['abstentions, which make the quorum and no majority', {}, [2, 1, 18], 41, 'ADOPTED'],
    ['abstentions alone', {}, [0, 0, 30], 41, 'REJECTED'],
    ['one vote short of the quorum, all for', {}, [20, 0, 0], 41, 'NO_DECISION'],
    ['just the quorum', {}, [21, 0, 0], 41, 'ADOPTED'],
    ['half of an even number, where at least a half is asked', {}, [20, 0, 0], 40, 'ADOPTED'],
    ['half of an even number, where more is asked', { quorum: 'MORE_THAN_HALF' }, [20, 0, 0], 40, 'NO_DECISION'],
    ['one vote where no quorum is asked', { quorum: 'NONE' }, [1, 0, 0], 41, 'ADOPTED'],
    ['no vote where no quorum is asked', { quorum: 'NONE' }, [0, 0, 0], 41, 'NO_DECISION'],
    ['nobody who may vote', { quorum: 'NONE' }, [0, 0, 0], 0, 'NO_DECISION'],
    ['absolute: half of the votes with abstentions', { majority: 'ABSOLUTE' }, [15, 10, 5], 41, 'REJECTED'],
    ['absolute: one more', { majority: 'ABSOLUTE' }, [16, 10, 5], 41, 'ADOPTED'],
    ['absolute of all: half of those', { majority: 'ABSOLUTE', majorityOf: 'ELECTORATE' }, [20, 0, 0], 40, 'REJECTED'],
    ['absolute of all: one more', { majority: 'ABSOLUTE', majorityOf: 'ELECTORATE' }, [21, 0, 0], 40, 'ADOPTED'],
    ['two thirds, just', { majority: 'TWO_THIRDS' }, [20, 10, 0], 41, 'ADOPTED'],
    ['two thirds, spoilt by one abstention', { majority: 'TWO_THIRDS' }, [20, 10, 1], 41, 'REJECTED'],
    ['two thirds of all', { majority: 'TWO_THIRDS', majorityOf: 'ELECTORATE' }, [27, 0, 0], 41, 'REJECTED'],
    ['two thirds of all, just', { majority: 'TWO_THIRDS', majorityOf: 'ELECTORATE' }, [28, 0, 0], 41, 'ADOPTED'],
  ])('%s', (_, over, [forIt, against, abstain], electorate, outcome) => {
    expect(outcomeOf({ ...simple, ...over }, { for: forIt, against, abstain }, electorate)).toBe(outcome);
  });

  test('counts every vote once, in whatever order they come', () => {
    fc.assert(
      fc.property(choices, (made) => {
        const count = countOf(made);
        expect(count.for + count.against + count.abstain).toBe(made.length);
        expect(countOf(made.toReversed())).toEqual(count);
      }),
    );
  });

  test('is never adopted without the quorum, on a tie, or with more against than for', () => {
    fc.assert(
      fc.property(rule, cast, (of, { made, electorate }) => {
        const count = countOf(made);
        const outcome = outcomeOf(of, count, electorate);
        if (made.length < quorumNeeded(of.quorum, electorate)) expect(outcome).toBe('NO_DECISION');
        else if (count.for <= count.against) expect(outcome).not.toBe('ADOPTED');
      }),
    );
  });

  test('is not undone by one more gmina that votes for it', () => {
    fc.assert(
      fc.property(rule, cast, (of, { made, electorate }) => {
        fc.pre(outcomeOf(of, countOf(made), electorate) === 'ADOPTED' && made.length < electorate);
        expect(outcomeOf(of, countOf([...made, 'FOR']), electorate)).toBe('ADOPTED');
      }),
    );
  });

  test('is not brought about by one more gmina that votes against it, unless it makes the quorum', () => {
    fc.assert(
      fc.property(rule, cast, (of, { made, electorate }) => {
        fc.pre(made.length < electorate && outcomeOf(of, countOf(made), electorate) === 'REJECTED');
        expect(outcomeOf(of, countOf([...made, 'AGAINST']), electorate)).toBe('REJECTED');
      }),
    );
  });

  test('asks for no less by a stricter majority', () => {
    fc.assert(
      fc.property(rule, cast, (of, { made, electorate }) => {
        const adopted = (over: Partial<BallotRule>) =>
          outcomeOf({ ...of, ...over }, countOf(made), electorate) === 'ADOPTED';
        if (adopted({ majority: 'ABSOLUTE' })) expect(adopted({ majority: 'SIMPLE' })).toBe(true);
        if (adopted({ majority: 'TWO_THIRDS' })) expect(adopted({ majority: 'ABSOLUTE' })).toBe(true);
        if (adopted({ majorityOf: 'ELECTORATE' })) expect(adopted({ majorityOf: 'VOTES' })).toBe(true);
      }),
    );
  });
});

describe('A ballot by the clock', () => {
  const close = new Date('2026-11-23T15:00:00.000Z');
  const before = new Date('2026-11-23T14:59:59.999Z');

  test('takes votes until just before the close', () => {
    expect(phaseOf('OPEN', close, before)).toBe('OPEN');
    expect(phaseOf('OPEN', close, close)).toBe('COUNTING');
    expect(phaseOf('OPEN', close, close, true)).toBe('UNCOUNTABLE');
    expect(phaseOf('SCHEDULED', close, close)).toBe('SCHEDULED');
    expect(phaseOf('CLOSED', close, before)).toBe('CLOSED');
  });

  test.each([
    ['a draft', { state: 'DRAFT', opensAt: '14:00' }, '15:00', undefined],
    ['one that is announced, before its time', { state: 'SCHEDULED', opensAt: '14:00' }, '13:59', undefined],
    ['one that is announced, at its time', { state: 'SCHEDULED', opensAt: '14:00' }, '14:00', 'OPEN'],
    ['an open one, early', { state: 'OPEN', openedAt: '10:00' }, '12:29', undefined],
    ['an open one, from half time on', { state: 'OPEN', openedAt: '10:00' }, '12:30', 'REMIND'],
    [
      'one of which people were reminded',
      { state: 'OPEN', openedAt: '10:00', remindedAt: '12:30' },
      '12:31',
      undefined,
    ],
    [
      'one with moments of its own, before the last of them',
      { state: 'OPEN', openedAt: '10:00', reminderHours: [4, 1], remindedAt: '11:00' },
      '13:59',
      undefined,
    ],
    [
      'one with moments of its own, at the last of them',
      { state: 'OPEN', openedAt: '10:00', reminderHours: [4, 1], remindedAt: '11:00' },
      '14:00',
      'REMIND',
    ],
    [
      'one whose moments were both missed: one reminder makes up for them',
      { state: 'OPEN', openedAt: '10:00', reminderHours: [4, 1], remindedAt: '14:30' },
      '14:31',
      undefined,
    ],
    ['an open one, at its close', { state: 'OPEN', openedAt: '10:00' }, '15:00', 'CLOSE'],
    ['a closed one', { state: 'CLOSED', openedAt: '10:00' }, '16:00', undefined],
  ] as const)('%s: %j at %s: %s', (_, of, at, turn) => {
    const moment = (time: string | undefined) => (time === undefined ? null : new Date(`2026-11-23T${time}:00Z`));
    const times: { opensAt?: string; openedAt?: string; remindedAt?: string } = of;
    const ballot = {
      state: of.state,
      opensAt: moment(times.opensAt),
      openedAt: moment(times.openedAt),
      remindedAt: moment(times.remindedAt),
      reminderHours: [...((of as { reminderHours?: readonly number[] }).reminderHours ?? [])],
      closesAt: close,
    };
    expect(turnOf(ballot, new Date(`2026-11-23T${at}:00Z`))).toBe(turn);
  });

  test('reminds a day ahead where there is time for it', () => {
    const opened = new Date('2026-11-01T00:00:00Z');
    expect(reminderMoments(opened, close, [])).toEqual([new Date('2026-11-22T15:00:00Z')]);
    expect(reminderMoments(opened, close, [2, 48])).toEqual([
      new Date('2026-11-21T15:00:00Z'),
      new Date('2026-11-23T13:00:00Z'),
    ]);
    // A moment before the opening is none.
    expect(reminderMoments(new Date('2026-11-23T10:00:00Z'), close, [48, 2])).toEqual([
      new Date('2026-11-23T13:00:00Z'),
    ]);
  });

  test('opens once, is reminded of while it is open and no oftener than it says, and closes once, however the job comes', () => {
    const hour = 3_600_000;
    const begin = new Date('2026-11-01T00:00:00Z').getTime();
    const schedule = fc.record({
      opens: fc.integer({ min: 0, max: 48 }),
      lasts: fc.integer({ min: 1, max: 240 }),
      reminderHours: fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }),
      ticks: fc.array(fc.integer({ min: 0, max: 400 * 60 }), { minLength: 1, maxLength: 60 }),
    });
    fc.assert(
      fc.property(schedule, ({ opens, lasts, reminderHours, ticks }) => {
        const opensAt = new Date(begin + opens * hour);
        const closesAt = new Date(opensAt.getTime() + lasts * hour);
        type Moments = { openedAt: Date | null; remindedAt: Date | null };
        let ballot: Moments & { state: BallotState } = { state: 'SCHEDULED', openedAt: null, remindedAt: null };
        const turns: string[] = [];
        for (const minutes of [...ticks].sort((a, b) => a - b)) {
          const now = new Date(begin + minutes * 60_000);
          const turn = turnOf({ ...ballot, opensAt, closesAt, reminderHours }, now);
          if (turn === 'OPEN') ballot = { ...ballot, state: 'OPEN', openedAt: now };
          if (turn === 'REMIND') ballot = { ...ballot, remindedAt: now };
          if (turn === 'CLOSE') ballot = { ...ballot, state: 'CLOSED' };
          if (turn) turns.push(turn);
          if (turn === 'OPEN') expect(now >= opensAt).toBe(true);
          if (turn === 'REMIND') expect(now < closesAt).toBe(true);
          if (turn === 'CLOSE') expect(now >= closesAt).toBe(true);
        }
        const reminders = turns.filter((turn) => turn === 'REMIND');
        expect(reminders.length).toBeLessThanOrEqual(Math.max(1, reminderHours.length));
        const order = turns.filter((turn) => turn !== 'REMIND');
        expect(['', 'OPEN', 'OPEN,CLOSE']).toContain(order.join());
        if (reminders.length > 0) expect(turns.indexOf('REMIND')).toBeGreaterThan(turns.indexOf('OPEN'));
        expect(turns.lastIndexOf('REMIND')).toBeLessThan(
          turns.includes('CLOSE') ? turns.indexOf('CLOSE') : turns.length,
        );
      }),
    );
  });

  test('is put off to a later moment that is still ahead', () => {
    const issue = [{ in: 'body', pointer: '/closesAt', code: 'not_later' }];
    expect(extensionIssues('2026-11-24T15:00:00Z', close, before)).toEqual([]);
    expect(extensionIssues('2026-11-23T16:00:00+01:00', close, before)).toEqual(issue);
    expect(extensionIssues('2026-11-24T15:00:00Z', close, new Date('2026-11-25T00:00:00Z'))).toEqual(issue);
    expect(extensionIssues('2999-11-24T15:00:00Z', close, before)).toMatchObject([{ code: 'too_far' }]);
  });
});

describe('The draft of a ballot', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const draft = {
    nature: 'OPINION',
    majority: 'SIMPLE',
    majorityOf: 'VOTES',
    liveCount: false,
    closesAt: '2026-11-30T12:00:00Z',
  } as const;
  test.each([
    [{}, []],
    [{ nature: 'RESOLUTION' }, ['/legalBasis required']],
    [{ nature: 'RESOLUTION', legalBasis: '§ 21 statutu' }, []],
    [{ legalBasis: '§ 21 statutu' }, ['/legalBasis basis_not_wanted']],
    [{ majorityOf: 'ELECTORATE' }, ['/majorityOf simple_counts_votes']],
    [{ majority: 'ABSOLUTE', majorityOf: 'ELECTORATE' }, []],
    [{ closesAt: '2026-11-23T12:00:00Z' }, ['/closesAt already_past']],
    [{ closesAt: '2027-11-24T12:00:00Z' }, []],
    [{ closesAt: '2999-11-30T12:00:00Z' }, ['/closesAt too_far']],
    [{ opensAt: '2026-12-01T12:00:00Z' }, ['/closesAt closes_before_opens']],
    [{ secret: true }, []],
    [{ secret: true, liveCount: true }, ['/liveCount secret_keeps_count']],
    [{ secret: true, proxyLimit: 1 }, ['/proxyLimit secret_takes_no_proxies']],
    [{ proxyLimit: 3 }, []],
  ] as const)('%j: %j', (over, issues) => {
    expect(draftIssues({ ...draft, ...over }, now).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(issues);
  });
});

describe('A proxy', () => {
  const jantarowo = '00000000-0000-7000-8000-000000000001';
  const proxy = {
    organizationId: jantarowo,
    holderId: '00000000-0000-7000-8000-000000000002',
    ballotId: '00000000-0000-7000-8000-000000000003',
    documentOn: '2026-11-20',
  };
  const timed = { ...proxy, ballotId: undefined, validFrom: '2026-11-01', validUntil: '2026-12-31' };
  test.each<[string, Partial<Parameters<typeof proxyIssues>[0]>, boolean, string[]]>([
    ['for one ballot', proxy, false, []],
    ['for a time', timed, false, []],
    ['for one day', { ...timed, validUntil: '2026-11-01' }, false, []],
    [
      'for a time that ends before it begins',
      { ...timed, validUntil: '2026-10-31' },
      false,
      ['/validUntil ends_before_start'],
    ],
    ['for both', { ...timed, ballotId: proxy.ballotId }, false, ['/ballotId one_scope']],
    ['for neither', { ...proxy, ballotId: undefined }, false, ['/validFrom required', '/validUntil required']],
    ['of the gmina itself', { ...proxy, holderId: jantarowo }, false, ['/holderId holder_is_gmina']],
    ['of nobody', { ...proxy, holderId: undefined }, false, ['/holderId required']],
    ['of a person', { ...proxy, holderId: undefined, email: 'ola@jantarowo.example' }, false, []],
    ['by a document of tomorrow', { ...proxy, documentOn: '2026-11-24' }, false, ['/documentOn in_future']],
    ['that the secretariat enters without its trace', proxy, true, ['/trace required']],
    ['that the secretariat enters with it', { ...proxy, trace: 'Przyniósł goniec.' }, true, []],
  ])('%s', (_, terms, foreign, issues) => {
    const found = proxyIssues({ ...proxy, ...terms }, '2026-11-23', foreign);
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(issues);
  });
});

describe('The share of a choice in a result', () => {
  test.each([
    [1, 8, 12.5],
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 41, 2.4],
    [8, 8, 100],
    [0, 8, 0],
    [0, 0, 0],
  ])('of %i in %i is %f per cent', (part, whole, share) => expect(shareOf(part, whole)).toBe(share));

  test('is less than a tenth off, and never larger than that of a larger part', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.nat({ max: 60 }), fc.integer({ min: 120, max: 200 }), (one, more, whole) => {
        expect(Math.abs(shareOf(one, whole) - (100 * one) / whole)).toBeLessThan(0.1);
        expect(shareOf(one, whole)).toBeLessThanOrEqual(shareOf(one + more, whole));
      }),
    );
  });
});
