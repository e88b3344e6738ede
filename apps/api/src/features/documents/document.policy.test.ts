import { describe, expect, test } from '@jest/globals';
import { assignmentState, initiativeStage, networkState, office, positionState, type Office } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { documentLifecycle } from './document.lifecycle.ts';
import { documentPolicy, type ParentFacts } from './document.policy.ts';

const network = {
  networkId: 'n',
  networkState: 'ACTIVE',
  leadId: 'lead',
  memberIds: ['lead', 'own', 'other'],
} as const;
const ofNetwork: ParentFacts = { ...network, kind: 'NETWORK' };
const ofTask: ParentFacts = { ...network, kind: 'TASK', taskState: 'OPEN' };
const ofAnswer: ParentFacts = {
  ...network,
  kind: 'ANSWER',
  taskState: 'OPEN',
  assignmentState: 'OPEN',
  gminaId: 'own',
};
const ofInitiative: ParentFacts = {
  kind: 'INITIATIVE',
  initiativeStage: 'RUNNING',
  leadId: 'lead',
  memberIds: ['lead', 'own'],
};
const ofPosition: ParentFacts = { kind: 'POSITION', positionState: 'ADOPTED', rapporteurId: null, proposedById: 'own' };
const working: Office[] = ['EXECUTIVE', 'COORDINATOR', 'OFFICIAL'];
const holder = (held: Office, where: string) => actorWith([held, held === 'SECRETARIAT' ? 'secretariat' : where]);

describe('Among the holders of each office', () => {
  test.each<[string, (held: Office) => boolean, Office[]]>([
    [
      'a member adds to the network',
      (held) => documentPolicy.add(holder(held, 'own'), ofNetwork),
      [...working, 'SECRETARIAT'],
    ],
    [
      'an outsider adds nothing to it',
      (held) => documentPolicy.add(holder(held, 'outside'), ofNetwork),
      ['SECRETARIAT'],
    ],
    [
      'who takes part adds to the initiative, a guest too',
      (held) => documentPolicy.add(holder(held, 'own'), ofInitiative),
      [...working, 'PARTNER_CONTACT', 'SECRETARIAT'],
    ],
    [
      'who takes no part adds nothing to it',
      (held) => documentPolicy.add(holder(held, 'outside'), ofInitiative),
      ['SECRETARIAT'],
    ],
    ['a task is asked with files', (held) => documentPolicy.add(holder(held, 'own'), ofTask), ['SECRETARIAT']],
    ['the gmina adds to its answer', (held) => documentPolicy.add(holder(held, 'own'), ofAnswer), working],
    [
      'a signed copy is brought by the secretariat',
      (held) => documentPolicy.add(holder(held, 'own'), ofPosition),
      ['SECRETARIAT'],
    ],
    ['no other gmina does', (held) => documentPolicy.add(holder(held, 'other'), ofAnswer), []],
  ])('%s', (_, may, expected) => {
    expect(office.options.filter(may).toSorted()).toEqual(expected.toSorted());
  });
});

test('In a network a document is changed by whoever added it, the lead and the secretariat', () => {
  const document = { parent: ofNetwork, organizationId: 'own' };
  expect(documentPolicy.change(actorWith(['OFFICIAL', 'own']), document)).toBe(true);
  expect(documentPolicy.change(actorWith(['OFFICIAL', 'lead']), document)).toBe(true);
  expect(documentPolicy.change(holder('SECRETARIAT', ''), document)).toBe(true);
  expect(documentPolicy.change(actorWith(['OFFICIAL', 'other']), document)).toBe(false);
  // Whoever has left the network leaves what was added to it as it is.
  const left = { ...ofNetwork, memberIds: ['lead'] };
  expect(documentPolicy.change(actorWith(['OFFICIAL', 'own']), { ...document, parent: left })).toBe(false);
});

test('The rapporteur brings signed copies, too, and changes them', () => {
  const actor = actorWith(['OFFICIAL', 'own']);
  const parent = { ...ofPosition, rapporteurId: actor.personId } as const;
  expect([
    documentPolicy.add(actor, parent),
    documentPolicy.change(actor, { parent, organizationId: 'secretariat' }),
    documentPolicy.add({ ...actor, offices: [] }, parent),
    // In the name of another gmina, for which the person works too.
    documentPolicy.add({ ...actorWith(['OFFICIAL', 'other']), personId: actor.personId }, parent),
  ]).toEqual([true, true, false, false]);
});

test('Before it was found clean a file is nobody’s but whose who sent it, and an infected one nobody’s', () => {
  const actor = actorWith(['OFFICIAL', 'own']);
  const sent = (scan: string, uploadedById: string) => documentPolicy.readFile(actor, { scan, uploadedById });
  expect([
    sent('CLEAN', 'x'),
    sent('PENDING', 'x'),
    sent('PENDING', actor.personId),
    sent('INFECTED', actor.personId),
  ]).toEqual([true, false, true, false]);
});

test('Documents can be changed as long as what they belong to is at work', () => {
  const open = (states: readonly string[], parent: (state: never) => ParentFacts) =>
    states.filter((state) => documentLifecycle.allows(parent(state as never)));
  expect(open(networkState.options, (state) => ({ ...ofNetwork, networkState: state }))).toEqual([
    'PROPOSED',
    'ACTIVE',
    'CLOSING',
  ]);
  expect(open(assignmentState.options, (state) => ({ ...ofAnswer, assignmentState: state }))).toEqual([
    'OPEN',
    'IN_PROGRESS',
    'RETURNED',
  ]);
  expect(open(initiativeStage.options, (state) => ({ ...ofInitiative, initiativeStage: state }))).toEqual([
    'IDEA',
    'PREPARATION',
    'APPLIED',
    'FUNDED',
    'RUNNING',
  ]);
  expect(
    positionState.options.filter((state) => documentLifecycle.allows({ ...ofPosition, positionState: state })),
  ).toEqual(['ADOPTED', 'SENT', 'ANSWERED']);
  expect(documentLifecycle.allows({ ...ofTask, taskState: 'CLOSED' })).toBe(false);
  expect(documentLifecycle.allows({ ...ofAnswer, taskState: 'CLOSED' })).toBe(false);
});
