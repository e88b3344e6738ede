import { expect, test } from '@jest/globals';
import { office, type Office } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { membershipPolicy, networkPolicy, visibleNetworks } from './network.policy.ts';
import { clockIssues, extensionIssues } from './network.rules.ts';

const holder = (held: Office, organization = 'own') =>
  actorWith([held, held === 'SECRETARIAT' ? 'secretariat' : organization]);
const insiders: Office[] = ['EXECUTIVE', 'DELEGATE', 'COORDINATOR', 'OFFICIAL', 'SECRETARIAT'];
const established = { proposedById: 'secretariat', established: true, leadId: 'lead' };
const requested = { organizationId: 'own', state: 'REQUESTED', leadId: 'lead' } as const;
const confirmed = { ...requested, state: 'CONFIRMED' } as const;

const table: [string, (held: Office) => boolean, Office[]][] = [
  ['see a network', (held) => networkPolicy.read(holder(held), established), insiders],
  [
    'see a proposal',
    (held) => networkPolicy.read(holder(held), { ...established, established: false }),
    ['SECRETARIAT'],
  ],
  ['propose', (held) => networkPolicy.propose(holder(held)), ['SECRETARIAT', 'EXECUTIVE', 'COORDINATOR']],
  ['name the mandate', (held) => networkPolicy.nameMandate(holder(held, 'lead')), ['SECRETARIAT']],
  ['extend', (held) => networkPolicy.extend(holder(held, 'lead')), ['SECRETARIAT']],
  [
    'review',
    (held) => networkPolicy.review(holder(held, 'lead'), established),
    ['SECRETARIAT', 'EXECUTIVE', 'COORDINATOR'],
  ],
  [
    'begin the closing',
    (held) => networkPolicy.beginClosing(holder(held, 'lead'), established),
    ['SECRETARIAT', 'EXECUTIVE', 'COORDINATOR'],
  ],
  [
    'begin the closing of another’s network',
    (held) => networkPolicy.beginClosing(holder(held), established),
    ['SECRETARIAT'],
  ],
  [
    'write the closing report',
    (held) => networkPolicy.writeReport(holder(held, 'lead'), established),
    ['SECRETARIAT', 'EXECUTIVE', 'COORDINATOR', 'OFFICIAL'],
  ],
  [
    'read a report that is being written',
    (held) => networkPolicy.readReport(holder(held), established, false),
    ['SECRETARIAT'],
  ],
  ['sign the closing report', (held) => networkPolicy.signReport(holder(held, 'lead'), established), ['EXECUTIVE']],
  ['sign another’s closing report', (held) => networkPolicy.signReport(holder(held), established), []],
  ['activate', (held) => networkPolicy.activate(holder(held)), ['SECRETARIAT']],
  [
    'hand the lead over',
    (held) => networkPolicy.changeLead(holder(held, 'lead'), established),
    ['SECRETARIAT', 'EXECUTIVE', 'COORDINATOR'],
  ],
  [
    'ask to join',
    (held) => membershipPolicy.request(holder(held), 'own'),
    ['EXECUTIVE', 'DELEGATE', 'COORDINATOR', 'OFFICIAL'],
  ],
  ['confirm for the gmina', (held) => membershipPolicy.confirm(holder(held), requested), ['EXECUTIVE', 'COORDINATOR']],
  [
    'admit for the lead',
    (held) => membershipPolicy.admit(holder(held, 'lead'), confirmed),
    ['SECRETARIAT', 'EXECUTIVE', 'COORDINATOR', 'OFFICIAL'],
  ],
  ['admit the own gmina', (held) => membershipPolicy.admit(holder(held), confirmed), ['SECRETARIAT']],
  [
    'decline the own request',
    (held) => membershipPolicy.decline(holder(held), requested),
    ['SECRETARIAT', 'EXECUTIVE', 'COORDINATOR'],
  ],
  [
    'decline for the lead what is not confirmed',
    (held) => membershipPolicy.decline(holder(held, 'lead'), requested),
    ['SECRETARIAT'],
  ],
  [
    'decline for the lead what is confirmed',
    (held) => membershipPolicy.decline(holder(held, 'lead'), confirmed),
    ['SECRETARIAT', 'EXECUTIVE', 'COORDINATOR', 'OFFICIAL'],
  ],
  ['leave', (held) => membershipPolicy.leave(holder(held), requested), ['EXECUTIVE', 'COORDINATOR']],
  ['see another gmina’s request', (held) => membershipPolicy.read(holder(held, 'other'), requested), ['SECRETARIAT']],
];

test.each(table)('Who may %s', (_, may, expected) => {
  expect(office.options.filter(may).toSorted()).toEqual(expected.toSorted());
});

test('Everybody who sees a network sees its active members', () => {
  expect(membershipPolicy.read(holder('OFFICIAL', 'other'), { ...requested, state: 'ACTIVE' })).toBe(true);
});

test('A partner sees no network', () => {
  expect(visibleNetworks(actorWith(['PARTNER_CONTACT', 'partner']))).toEqual({
    everything: false,
    established: false,
    organizationIds: [],
  });
});

test('A temporary network has an end day ahead, a permanent one none', () => {
  expect(clockIssues('TEMPORARY', '2026-11-24', '2026-11-23')).toEqual([]);
  expect(clockIssues('TEMPORARY', '2026-11-23', '2026-11-23')[0]?.code).toBe('ends_before_start');
  expect(clockIssues('TEMPORARY', undefined, '2026-11-23')[0]?.code).toBe('end_missing');
  expect(clockIssues('PERMANENT', '2026-11-24', '2026-11-23')[0]?.code).toBe('end_not_wanted');
  expect(clockIssues('PERMANENT', undefined, '2026-11-23')).toEqual([]);
});

test('An extension ends later than before, and in the future', () => {
  expect(extensionIssues('TEMPORARY', '2026-12-02', { endsOn: '2026-12-01', today: '2026-11-23' })).toEqual([]);
  for (const endsOn of ['2026-12-01', '2026-11-30']) {
    expect(extensionIssues('TEMPORARY', endsOn, { endsOn: '2026-12-01', today: '2026-11-23' })[0]?.code).toBe(
      'not_later',
    );
  }
  expect(extensionIssues('TEMPORARY', '2026-11-23', { endsOn: '2026-10-01', today: '2026-11-23' })[0]?.code).toBe(
    'not_later',
  );
  expect(extensionIssues('PERMANENT', '2026-12-02', { endsOn: null, today: '2026-11-23' })[0]?.code).toBe(
    'end_not_wanted',
  );
});
