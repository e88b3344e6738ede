import { expect, test } from '@jest/globals';
import { entryIssues, successionIssues } from './resolution.rules.ts';

const today = '2026-11-23';
const codes = (issues: { readonly pointer: string; readonly code: string }[]) =>
  issues.map(({ pointer, code }) => `${pointer} ${code}`);

test('An entry was adopted by now, ends no sooner, and names a gmina for a council alone', () => {
  const board = { issuingBody: 'BOARD', adoptedOn: '2026-11-23' } as const;
  expect(entryIssues({ ...board, validUntil: '2026-11-23' }, today)).toEqual([]);
  expect(entryIssues({ ...board, issuingBody: 'COUNCIL', issuerId: 'gmina' }, today)).toEqual([]);
  expect(codes(entryIssues({ ...board, adoptedOn: '2026-11-24' }, today))).toEqual(['/adoptedOn in_future']);
  expect(codes(entryIssues({ ...board, validUntil: '2026-11-22' }, today))).toEqual(['/validUntil before_resolution']);
  for (const misfit of [
    { ...board, issuerId: 'gmina' },
    { ...board, issuingBody: 'COUNCIL' as const },
  ]) {
    expect(codes(entryIssues(misfit, today))).toEqual(['/issuerId issuer_does_not_fit']);
  }
});

test('Resolutions come after each other: by the same issuer, day by day, never in a circle', () => {
  const entry = { issuerId: 'us', adoptedOn: '2026-06-01' };
  const earlier = { issuerId: 'us', adoptedOn: '2026-05-31' };
  const later = { issuerId: 'us', adoptedOn: '2026-06-02' };
  expect(successionIssues(entry, { predecessor: earlier, successor: later })).toEqual([]);
  expect(codes(successionIssues(entry, { predecessor: entry, successor: undefined }))).toEqual([
    '/adoptedOn not_after_predecessor',
  ]);
  expect(codes(successionIssues(entry, { predecessor: undefined, successor: entry }))).toEqual([
    '/adoptedOn not_before_successor',
  ]);
  const others = { predecessor: { ...earlier, issuerId: 'them' }, successor: { ...later, issuerId: 'them' } };
  expect(codes(successionIssues(entry, others))).toEqual(['/supersedesId other_issuer', '/issuerId other_issuer']);
});
