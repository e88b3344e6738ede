import { describe, expect, test } from '@jest/globals';
import { initiativeStage, office, type InitiativeStage, type Office } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { initiativeLifecycle, isLive } from './initiative.lifecycle.ts';
import { initiativePolicy } from './initiative.policy.ts';
import { measuredIssues, obstacleTo, reachedIssues, termIssues } from './initiative.rules.ts';

const deciding: Office[] = ['EXECUTIVE', 'COORDINATOR'];
const working: Office[] = [...deciding, 'OFFICIAL'];
const holder = (held: Office, where: string) => actorWith([held, held === 'SECRETARIAT' ? 'secretariat' : where]);

test.each<[Exclude<InitiativeStage, 'IDEA'>, InitiativeStage[]]>([
  ['PREPARATION', ['IDEA', 'APPLIED']],
  ['APPLIED', ['PREPARATION']],
  ['FUNDED', ['APPLIED']],
  ['RUNNING', ['FUNDED']],
  ['COMPLETED', ['RUNNING']],
  ['ABANDONED', ['IDEA', 'PREPARATION', 'APPLIED', 'FUNDED', 'RUNNING']],
])('An initiative comes to %s from %j, and from nowhere else', (to, from) => {
  expect(initiativeStage.options.filter((stage) => initiativeLifecycle.allows(stage, to))).toEqual(from);
  expect(initiativeStage.options.filter((stage) => !isLive(stage))).toEqual(['COMPLETED', 'ABANDONED']);
});

test('It is applied for and carried out only under a lead partner who stands by it, and completed when all is reached', () => {
  const obstacles = (led: boolean, openMilestones: number) =>
    initiativeStage.options.map((stage) => obstacleTo(stage, { led, openMilestones }));
  const none = initiativeStage.options.map(() => undefined);
  expect(obstacles(true, 0)).toEqual(none);
  expect(obstacles(true, 2)).toEqual(none.with(5, 'milestones-open' as never));
  expect(initiativeStage.options.filter((_, at) => obstacles(false, 0)[at] === 'lead-partner-missing')).toEqual([
    'APPLIED',
    'FUNDED',
    'RUNNING',
    'COMPLETED',
  ]);
});

test('Days are checked: an end before the start, something reached or measured tomorrow', () => {
  expect(termIssues({ startsOn: '2027-01-02', endsOn: '2027-01-01' })).toMatchObject([{ pointer: '/endsOn' }]);
  expect(termIssues({ startsOn: '2027-01-01', endsOn: '2027-01-01' })).toEqual([]);
  expect(reachedIssues([{}, { reachedOn: '2026-01-02' }], '2026-01-01')).toMatchObject([
    { pointer: '/milestones/1/reachedOn', code: 'in_future' },
  ]);
  expect(measuredIssues('2026-01-01', '2026-01-01')).toEqual([]);
  expect(measuredIssues('2026-01-02', '2026-01-01')).toMatchObject([{ code: 'in_future' }]);
});

describe('Among the holders of each office', () => {
  const part = { organizationId: 'own', proposedById: 'proposer', leadId: 'lead', state: 'CONFIRMED' } as const;
  const gmina = { ...part, organizationKind: 'MUNICIPALITY' } as const;
  const partner = { ...part, organizationKind: 'PARTNER' } as const;
  const declared = { ...gmina, state: 'DECLARED' } as const;
  const led = { proposedById: 'proposer', leadId: 'own' };
  test.each<[string, (held: Office) => boolean, Office[]]>([
    ['propose', (held) => initiativePolicy.propose(holder(held, 'own')), [...working, 'SECRETARIAT']],
    [
      'the lead partner’s change it',
      (held) => initiativePolicy.change(holder(held, 'own'), led),
      [...working, 'SECRETARIAT'],
    ],
    ['its proposer’s do no more', (held) => initiativePolicy.change(holder(held, 'proposer'), led), ['SECRETARIAT']],
    [
      'its proposer’s change what nobody leads',
      (held) => initiativePolicy.change(holder(held, 'proposer'), { ...led, leadId: null }),
      [...working, 'SECRETARIAT'],
    ],
    ['a gmina’s own declare', (held) => initiativePolicy.declare(holder(held, 'own'), gmina), working],
    ['others declare nothing for it', (held) => initiativePolicy.declare(holder(held, 'other'), gmina), []],
    ['its deciders confirm', (held) => initiativePolicy.confirm(holder(held, 'own'), gmina), deciding],
    ['its deciders withdraw', (held) => initiativePolicy.withdraw(holder(held, 'own'), gmina), deciding],
    ['nobody else withdraws it', (held) => initiativePolicy.withdraw(holder(held, 'lead'), gmina), []],
    [
      'whoever carries the initiative turns down what is only declared',
      (held) => initiativePolicy.withdraw(holder(held, 'lead'), declared),
      [...working, 'SECRETARIAT'],
    ],
    [
      'a partner’s part is declared',
      (held) => initiativePolicy.declare(holder(held, 'own'), partner),
      ['SECRETARIAT', 'PARTNER_CONTACT'],
    ],
    ['and confirmed', (held) => initiativePolicy.confirm(holder(held, 'own'), partner), ['SECRETARIAT']],
    [
      'the lead is handed over',
      (held) => initiativePolicy.changeLead(holder(held, 'lead'), gmina),
      [...deciding, 'SECRETARIAT'],
    ],
  ])('%s', (_, may, expected) => {
    expect(office.options.filter(may).toSorted()).toEqual(expected.toSorted());
  });

  test('members’ people see all, a guest what the guest’s organization takes part in', () => {
    expect(initiativePolicy.visible(holder('OFFICIAL', 'own')).everything).toBe(true);
    expect(initiativePolicy.visible(holder('PARTNER_CONTACT', 'abroad'))).toEqual({
      everything: false,
      organizationIds: ['abroad'],
    });
  });
});
