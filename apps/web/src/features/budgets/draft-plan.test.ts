import { expect, test } from '@jest/globals';
import {
  amountOf,
  differenceOf,
  planOf,
  sumOfLines,
  typedAt,
  withLines,
  withSums,
  type DraftPlan,
} from './draft-plan.ts';

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
  const readable = {
    ...draft,
    shares: [{ organizationId: 'a', grant: '', own: '', lines: { STAFF: { grant: '1000.5', own: '' } } }],
  };
  expect(withSums(readable, 'pl')).toMatchObject({ total: '1000,50', grant: '1000,50', own: '0,00' });
  expect(withSums(readable, 'en')).toMatchObject({ total: '1000.50', grant: '1000.50', own: '0.00' });
  const lines = [{ category: 'STAFF' as const, grant: 200, own: 50 }];
  const read = withLines(
    draft,
    [
      { organizationId: 'b', grant: 200, own: 50, lines },
      { organizationId: 'c', grant: 0, own: 0, lines: [] },
    ],
    'pl',
  );
  expect(read).toMatchObject({ total: '2,50', shares: [{ organizationId: 'b', grant: '2,00', own: '0,50' }] });
  expect(read.shares).toHaveLength(1);
});

test('As long as a line cannot be read its sum is not known: nothing is balanced, and no sum is taken from it', () => {
  const [share] = draft.shares;
  expect(share && [sumOfLines(share, 'own'), differenceOf(share, 'own')]).toEqual([Number.NaN, Number.NaN]);
  expect(share && differenceOf({ ...share, grant: 'abc' }, 'grant')).toBe(Number.NaN);
  expect(share && differenceOf(share, 'grant')).toBe(100_050 - 100);
  expect(withSums({ ...draft, own: '7', total: '8' }, 'pl')).toMatchObject({ grant: '1000,50', own: '7', total: '8' });
  expect(withSums(draft, 'pl').shares[0]).toMatchObject({ grant: '1000,50', own: '' });
});

test('What stands at a place of the form is found by its pointer', () => {
  expect(typedAt(draft, '/shares/0/lines/STAFF/own')).toBe('sto');
  expect([typedAt(draft, '/total'), typedAt(draft, '/shares/3/own'), typedAt(draft, '/shares')]).toEqual(['', '', '']);
});
