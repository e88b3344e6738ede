import { expect, test } from '@jest/globals';
import { amountOf, planOf, sumOfLines, withLines, withSums, type DraftPlan } from './draft-plan.ts';

const order = ['STAFF', 'TRAVEL'] as const;
const draft: DraftPlan = {
  currency: 'EUR',
  plnPerEur: '4,25',
  rateDay: '2026-01-02',
  rateSource: 'NBP',
  grantRate: '80',
  total: '',
  grant: '',
  own: '',
  reason: ' ',
  shares: [
    {
      organizationId: 'a',
      grant: '1',
      own: '',
      lines: { TRAVEL: { grant: '', own: '' }, STAFF: { grant: '1 000,50', own: 'sto' } },
    },
  ],
};

test('What is typed is sent in whole cents, empty lines not at all, and what is no amount as none', () => {
  expect(planOf(draft, order)).toEqual({
    currency: 'EUR',
    rate: { plnPerEur: 42_500, day: '2026-01-02', source: 'NBP' },
    grantRate: 8000,
    total: 0,
    grant: 0,
    own: 0,
    shares: [
      { organizationId: 'a', grant: 100, own: 0, lines: [{ category: 'STAFF', grant: 100_050, own: Number.NaN }] },
    ],
  });
  expect([amountOf(''), amountOf('0'), amountOf('-1')]).toEqual([0, 0, Number.NaN]);
});

test('The sums can be taken from the lines; a file brings its own lines and sums', () => {
  const [share] = draft.shares;
  expect(share && sumOfLines(share, 'grant')).toBe(100_050);
  expect(withSums(draft)).toMatchObject({ total: '1000,50', grant: '1000,50', own: '0,00' });
  const lines = [{ category: 'STAFF' as const, grant: 200, own: 50 }];
  const read = withLines(draft, [
    { organizationId: 'b', grant: 200, own: 50, lines },
    { organizationId: 'c', grant: 0, own: 0, lines: [] },
  ]);
  expect(read).toMatchObject({ total: '2,50', shares: [{ organizationId: 'b', grant: '2,00', own: '0,50' }] });
  expect(read.shares).toHaveLength(1);
});
