import { describe, expect, test } from '@jest/globals';
import {
  balanceIssues,
  budgetLineMaximum,
  budgetState,
  claimState,
  costCategory,
  initiativeStage,
  office,
  type Office,
  type PlannedBudget,
} from '@blizej/contracts';
import fc from 'fast-check';
import { actorWith } from '../../../test/actors.ts';
import { budgetLifecycle, claimLifecycle, hasMoney } from './budget.lifecycle.ts';
import { budgetPolicy } from './budget.policy.ts';
import {
  convert,
  convertAll,
  instalmentIssues,
  obstacleToAgreement,
  periodIssues,
  planIssues,
} from './budget.rules.ts';
import { amountOf, asCompared, readLines } from './lines.rules.ts';

const amount = fc.integer({ min: 0, max: budgetLineMaximum });
const rate = fc.integer({ min: 10_000, max: 999_999 });
const lines = fc.uniqueArray(
  fc.record({ category: fc.constantFrom(...costCategory.options), grant: amount, own: amount }),
  { selector: ({ category }) => category, maxLength: 7 },
);

/** A budget whose declared sums are those of its lines. */
const balanced = fc.array(lines, { minLength: 1, maxLength: 5 }).map((all): PlannedBudget => {
  const shares = all.map((ofShare, at) => ({
    organizationId: `gmina-${at}`,
    grant: ofShare.reduce((sum, { grant }) => sum + grant, 0),
    own: ofShare.reduce((sum, { own }) => sum + own, 0),
    lines: ofShare,
  }));
  const grant = shares.reduce((sum, share) => sum + share.grant, 0);
  const own = shares.reduce((sum, share) => sum + share.own, 0);
  return {
    currency: 'EUR',
    rate: { plnPerEur: 42_567, day: '2026-01-02', source: 'NBP, tabela A' },
    grantRate: 10_000,
    total: grant + own,
    grant,
    own,
    shares,
  };
});

describe('A budget balances', () => {
  test('where each sum is that of its lines', () => {
    fc.assert(fc.property(balanced, (plan) => expect(balanceIssues(plan)).toEqual([])));
  });

  test('and not where one declared sum is another: it is named, with by how much it is off', () => {
    fc.assert(
      fc.property(
        balanced,
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom('grant', 'own', 'total'),
        (plan, off, part) => {
          const issues = balanceIssues({ ...plan, [part]: plan[part] + off });
          expect(issues).toContainEqual(
            expect.objectContaining({
              pointer: `/${part}`,
              code: part === 'total' ? 'total_short' : 'shares_short',
              params: expect.objectContaining({ off: off / 100, currency: 'EUR' }),
            }),
          );
        },
      ),
    );
  });

  test('and not where a line is more than its participant’s sum', () => {
    fc.assert(
      fc.property(balanced, fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (plan, place, off) => {
        const at = place % plan.shares.length;
        const shares = plan.shares.map((share, index) =>
          index === at
            ? { ...share, lines: [...share.lines, { category: 'OTHER' as const, grant: off, own: 0 }] }
            : share,
        );
        expect(balanceIssues({ ...plan, shares })).toMatchObject([
          { pointer: `/shares/${at}/grant`, code: 'sum_exceeded', params: { off: off / 100 } },
        ]);
      }),
    );
  });

  test('and the grant keeps to its rate, to the last cent', () => {
    const share = {
      organizationId: 'a',
      grant: 8501,
      own: 1499,
      lines: [{ category: 'STAFF' as const, grant: 8501, own: 1499 }],
    };
    const plan = { currency: 'EUR' as const, grantRate: 8500, total: 10_000, grant: 8501, own: 1499, shares: [share] };
    expect(balanceIssues(plan)).toMatchObject([
      { pointer: '/grantRate', code: 'grant_over_rate', params: { share: 85.01, most: 85 } },
    ]);
    expect(balanceIssues({ ...plan, grantRate: 8501 })).toEqual([]);
  });
});

describe('In the other currency', () => {
  test('an amount is rounded to the nearest grosz or cent, halves upwards', () => {
    expect(convert(100, 'EUR', 42_567)).toBe(426);
    expect(convert(10, 'EUR', 42_500)).toBe(43);
    expect(convert(10_000, 'PLN', 40_000)).toBe(2500);
    expect(convert(2, 'PLN', 40_000)).toBe(1);
    fc.assert(
      fc.property(amount, rate, (of, plnPerEur) => {
        const exact = BigInt(of) * BigInt(plnPerEur);
        const off = BigInt(convert(of, 'EUR', plnPerEur)) * 10_000n - exact;
        expect(off > -5_000n && off <= 5_000n).toBe(true);
        const back = 2n * (BigInt(convert(of, 'PLN', plnPerEur)) * BigInt(plnPerEur) - BigInt(of) * 10_000n);
        expect(back > -BigInt(plnPerEur) && back <= BigInt(plnPerEur)).toBe(true);
      }),
    );
  });

  test('more is never less, and there and back is off by no more than the rounding', () => {
    fc.assert(
      fc.property(amount, amount, rate, (one, other, plnPerEur) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(convert(less, 'EUR', plnPerEur)).toBeLessThanOrEqual(convert(more, 'EUR', plnPerEur));
        // A euro is at least a złoty here, so that no cent is lost on the way.
        expect(convert(convert(one, 'EUR', plnPerEur), 'PLN', plnPerEur)).toBe(one);
      }),
    );
  });

  test('the lines and the whole differ by the remainder that is shown, half a grosz a line at most', () => {
    fc.assert(
      fc.property(balanced, rate, (plan, plnPerEur) => {
        const all = plan.shares.flatMap((share) => share.lines);
        const { total, remainder } = convertAll(plan, all, 'EUR', plnPerEur);
        const ofLines = all.reduce(
          (sum, { grant, own }) => sum + convert(grant, 'EUR', plnPerEur) + convert(own, 'EUR', plnPerEur),
          0,
        );
        expect(ofLines + remainder).toBe(total);
        expect(Math.abs(remainder)).toBeLessThanOrEqual(all.length + 1);
      }),
    );
  });
});

test('A plan is refused for who takes part no more, twice the same, a rate of tomorrow, another currency, no reason', () => {
  const line = { category: 'STAFF' as const, grant: 1, own: 1 };
  const share = (organizationId: string) => ({ organizationId, grant: 2, own: 2, lines: [line, line] });
  const plan = {
    currency: 'EUR' as const,
    rate: { plnPerEur: 42_000, day: '2026-01-03', source: 'NBP' },
    grantRate: 8500,
    total: 8,
    grant: 4,
    own: 4,
    shares: [share('here'), share('here'), share('gone')],
  };
  const context = { today: '2026-01-02', participantIds: ['here'], fixedCurrency: 'PLN', needsReason: true } as const;
  expect(planIssues(plan, context).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/rate/day in_future',
    '/currency currency_fixed',
    '/reason reason_for_change',
    '/shares/0/lines/1/category duplicate',
    '/shares/1/organizationId duplicate',
    '/shares/1/lines/1/category duplicate',
    '/shares/2/organizationId not_a_participant',
    '/shares/2/lines/1/category duplicate',
  ]);
});

test('It is agreed by those who stand by their part: one that is gone, or has not confirmed, stands in the way', () => {
  expect(obstacleToAgreement(['CONFIRMED', 'CONFIRMED'])).toBeUndefined();
  expect(obstacleToAgreement(['CONFIRMED', 'DECLARED'])).toBe('participant-unconfirmed');
  expect(obstacleToAgreement(['DECLARED', 'WITHDRAWN'])).toBe('participant-gone');
  expect(obstacleToAgreement(['NOT_MEMBER'])).toBe('participant-gone');
});

test('Instalments come to the grant of their participant, and to nobody else’s', () => {
  const grants = new Map([['a', 1000]]);
  const instalment = (organizationId: string, of: number) => ({ organizationId, amount: of });
  expect(instalmentIssues([instalment('a', 600), instalment('a', 400)], grants, 'EUR')).toEqual([]);
  expect(
    instalmentIssues([instalment('a', 600), instalment('a', 401), instalment('b', 1)], grants, 'EUR'),
  ).toMatchObject([
    { pointer: '/instalments/1/amount', code: 'over_grant', params: { left: 4, currency: 'EUR' } },
    { pointer: '/instalments/2/organizationId', code: 'not_a_participant' },
  ]);
});

test('The period of a claim has begun and ended', () => {
  expect(periodIssues({ periodFrom: '2026-01-01', periodTo: '2026-01-31' }, '2026-01-31')).toEqual([]);
  expect(periodIssues({ periodFrom: '2026-02-02', periodTo: '2026-02-01' }, '2026-01-31')).toMatchObject([
    { code: 'ends_before_start' },
    { code: 'in_future' },
  ]);
});

test('The ways of a budget and of a claim', () => {
  expect(
    budgetState.options.map((state) => [
      state,
      budgetLifecycle.allows(state, 'ask'),
      budgetLifecycle.allows(state, 'agree'),
    ]),
  ).toEqual([
    ['DRAFT', true, false],
    ['ASKED', false, true],
    ['AGREED', false, false],
  ]);
  expect(claimState.options.filter((state) => claimLifecycle.allows(state, 'submit'))).toEqual(['DRAFT', 'RETURNED']);
  expect(claimState.options.filter((state) => claimLifecycle.allows(state, 'accept'))).toEqual(['SUBMITTED']);
  expect(initiativeStage.options.filter(hasMoney)).toEqual(['FUNDED', 'RUNNING', 'COMPLETED']);
});

describe('Among the holders of each office', () => {
  const gmina = { organizationId: 'own', organizationKind: 'MUNICIPALITY' } as const;
  const partner = { organizationId: 'own', organizationKind: 'PARTNER' } as const;
  const holder = (held: Office, where = 'own') => actorWith([held, held === 'SECRETARIAT' ? 'secretariat' : where]);
  const working: Office[] = ['EXECUTIVE', 'COORDINATOR', 'OFFICIAL'];
  const carries = (held: Office) => [...working, 'SECRETARIAT'].includes(held);
  test.each<[string, (held: Office) => boolean, Office[]]>([
    ['the mayor agrees to the gmina’s share', (held) => budgetPolicy.agree(holder(held), gmina), ['EXECUTIVE']],
    ['nobody of another gmina does', (held) => budgetPolicy.agree(holder(held, 'other'), gmina), []],
    [
      'a partner’s contact or the secretariat agrees',
      (held) => budgetPolicy.agree(holder(held), partner),
      ['SECRETARIAT', 'PARTNER_CONTACT'],
    ],
    ['its people claim', (held) => budgetPolicy.claim(holder(held), gmina), working],
    [
      'those who carry it decide on others’ claims',
      (held) => budgetPolicy.decide(holder(held, 'lead'), carries(held), { ...gmina, submittedById: null }),
      [...working, 'SECRETARIAT'],
    ],
    [
      'the secretariat alone on the lead partner’s own',
      (held) => budgetPolicy.decide(holder(held), carries(held), { ...gmina, submittedById: null }),
      ['SECRETARIAT'],
    ],
    [
      'nobody on what they have submitted',
      (held) => budgetPolicy.decide(holder(held, 'lead'), true, { ...gmina, submittedById: 'person' }),
      [],
    ],
    ['its people record what came in', (held) => budgetPolicy.receive(holder(held), false, gmina), working],
    [
      'who takes part sees the whole',
      (held) => budgetPolicy.readWhole(holder(held), false, ['own']),
      [...office.options],
    ],
    [
      'other members see the sums',
      (held) => budgetPolicy.readWhole(holder(held, 'other'), false, ['own']),
      ['SECRETARIAT'],
    ],
  ])('%s', (_, may, expected) => {
    expect(office.options.filter(may).toSorted()).toEqual(expected.toSorted());
  });
});

describe('A file with lines', () => {
  const known = {
    participants: new Map([[asCompared('Mewia Zatoka'), 'mewia']]),
    categories: new Map([
      [asCompared('Personel'), 'STAFF' as const],
      ['travel', 'TRAVEL' as const],
    ]),
    currency: 'EUR' as const,
  };
  const head = ['Uczestnik', 'Kategoria', 'Dotacja', 'Wkład własny', 'Waluta'];
  const read = (...rows: string[][]) =>
    readLines(
      [head, ...rows].map((cells, at) => ({ line: at + 1, cells })),
      known,
    );

  test('is read by names, whatever their capitals, and by amounts as people write them', () => {
    const { rows, shares, total } = read(
      ['MEWIA  zatoka', 'personel', '1 234,50', '12.5', 'eur'],
      ['Mewia Zatoka', 'Travel', '0', '', ''],
    );
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'good'],
      [3, 'good'],
    ]);
    expect(shares).toEqual([
      { organizationId: 'mewia', grant: 123_450, own: 1250, lines: [{ category: 'STAFF', grant: 123_450, own: 1250 }] },
    ]);
    expect(total).toBe(124_700);
  });

  test('is taken whole or not at all: each wrong row says why', () => {
    const { rows, shares } = read(
      ['Mewia Zatoka', 'Personel', '100', '0', 'EUR'],
      ['Gmina Nieznana', 'Personel', '1', '1', 'EUR'],
      ['Mewia Zatoka', 'Wakacje', '1', '1', 'EUR'],
      ['Mewia Zatoka', 'Travel', 'sto', '1', 'EUR'],
      ['Mewia Zatoka', 'Travel', '-1', '1', 'EUR'],
      ['Mewia Zatoka', 'Travel', '1', '100000000,01', 'EUR'],
      ['Mewia Zatoka', 'Travel', '1', '1', 'PLN'],
      ['Mewia Zatoka', 'Personel', '1', '1', 'EUR'],
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual([
      'good',
      'unknown_participant',
      'unknown_category',
      'not_an_amount',
      'negative_amount',
      'amount_too_large',
      'mixed_currency',
      'repeated',
    ]);
    expect(shares).toBeNull();
  });

  test('reads back each amount that a spreadsheet was given', () => {
    fc.assert(fc.property(amount, (of) => expect(amountOf(String(of / 100))).toBe(of)));
  });
});
