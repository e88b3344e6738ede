import { expect, test } from '@jest/globals';
import { concerns } from './changes.ts';

const network = '11111111-1111-7111-8111-111111111111';
const task = '22222222-2222-7222-8222-222222222222';
const gmina = '33333333-3333-7333-8333-333333333333';
const other = '44444444-4444-7444-8444-444444444444';
const change = [
  {
    networkId: network,
    taskId: task,
    organizationId: gmina,
    ballotId: null,
    meetingId: null,
    initiativeId: null,
    positionId: null,
    ideaId: null,
    callId: null,
    cardId: null,
  },
];

test.each([
  [['tasks', 'one', task], true],
  [['tasks', 'one', other], false],
  [['tasks', 'assignment', other, gmina], true],
  [['tasks', 'list', { network }], true],
  [['tasks', 'list', { network: other, state: 'OPEN' }], false],
  [['tasks', 'assignments', { show: 'todo' }], true],
  [['networks', 'memberships', network], true],
  [['start'], true],
  [['documents', 'list', { kind: 'TASK', taskId: task }], true],
  [['session'], true],
  [['profile'], false],
  [['association'], false],
])('What is read under %j is read again: %p', (key, again) => {
  expect(concerns(change, key)).toBe(again);
});

test('An idea, a call and a card are read again by their own ids, and nothing else that names another', () => {
  const nowhere = Object.fromEntries(Object.keys(change[0] ?? {}).map((place) => [place, null]));
  for (const [place, kind] of [
    ['ideaId', 'ideas'],
    ['callId', 'calls'],
    ['cardId', 'partner-cards'],
  ] as const) {
    const changed = [{ ...nowhere, [place]: other }] as unknown as typeof change;
    expect(concerns(changed, [kind, 'one', other])).toBe(true);
    expect(concerns(changed, [kind, 'list', {}])).toBe(true);
    expect(concerns(changed, ['tasks', 'one', task])).toBe(false);
    expect(concerns(changed, ['calls', 'of-initiative', network])).toBe(place === 'callId');
  }
});

test('A meeting is read again for what becomes of a ballot or a position, and for nothing of others', () => {
  const nowhere = Object.fromEntries(Object.keys(change[0] ?? {}).map((place) => [place, null]));
  for (const [place, again] of [
    ['ballotId', true],
    ['positionId', true],
    ['ideaId', false],
  ] as const) {
    const changed = [{ ...nowhere, [place]: other }] as unknown as typeof change;
    expect(concerns(changed, ['meetings', 'one', network])).toBe(again);
  }
});

test('An entry of the register names no place: its page and what hangs on it are read again', () => {
  const entry = [
    {
      networkId: null,
      taskId: null,
      organizationId: null,
      ballotId: null,
      meetingId: null,
      initiativeId: null,
      positionId: null,
      ideaId: null,
      callId: null,
      cardId: null,
    },
  ];
  expect(concerns(entry, ['resolutions', 'one', other])).toBe(true);
  expect(concerns(entry, ['documents', 'list', { kind: 'RESOLUTION', resolutionId: other }])).toBe(true);
  expect(concerns(change, ['resolutions', 'one', other])).toBe(false);
});

test('Where it is not known what has changed, all that lives is read again', () => {
  expect(concerns(null, ['tasks', 'one', other])).toBe(true);
  expect(concerns(null, ['region'])).toBe(false);
});
