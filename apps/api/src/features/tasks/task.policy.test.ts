import { describe, expect, test } from '@jest/globals';
import { office, type Office } from '@blizej/contracts';
import { actorWith } from '../../../test/actors.ts';
import { assignmentPolicy, taskPolicy, visibleTasks } from './task.policy.ts';

const own = { organizationId: 'own' };
const gminaOffices: Office[] = ['EXECUTIVE', 'DELEGATE', 'COORDINATOR', 'OFFICIAL'];
const holder = (held: Office) => actorWith([held, held === 'SECRETARIAT' ? 'secretariat' : 'own']);

/** Who may, among the holders of each office in the gmina concerned (the secretariat: of its own office). */
const table: [string, (held: Office) => boolean, Office[]][] = [
  ['read an answer', (held) => assignmentPolicy.read(holder(held), own), [...gminaOffices, 'SECRETARIAT']],
  ['read a draft', (held) => assignmentPolicy.readDraft(holder(held), own), gminaOffices],
  ['answer', (held) => assignmentPolicy.answer(holder(held), own), ['EXECUTIVE', 'COORDINATOR', 'OFFICIAL']],
  ['decline', (held) => assignmentPolicy.decline(holder(held), own), ['EXECUTIVE', 'COORDINATOR']],
  ['review', (held) => assignmentPolicy.review(holder(held)), ['SECRETARIAT']],
  ['write a task', (held) => taskPolicy.write(holder(held)), ['SECRETARIAT']],
  ['assign', (held) => taskPolicy.assign(holder(held)), ['SECRETARIAT']],
  ['close', (held) => taskPolicy.close(holder(held)), ['SECRETARIAT']],
];

test.each(table)('Who may %s', (_, may, expected) => {
  expect(office.options.filter(may).toSorted()).toEqual(expected.toSorted());
});

describe('Another gmina', () => {
  const other = actorWith(['EXECUTIVE', 'other'], ['OFFICIAL', 'other']);

  test('neither reads nor answers nor declines', () => {
    expect(assignmentPolicy.read(other, own)).toBe(false);
    expect(assignmentPolicy.readDraft(other, own)).toBe(false);
    expect(assignmentPolicy.answer(other, own)).toBe(false);
    expect(assignmentPolicy.decline(other, own)).toBe(false);
  });

  test('sees a task only when it is asked itself, belongs to the network or takes part in the initiative', () => {
    expect(taskPolicy.read(other, { assignedTo: ['own'], networkMembers: ['own'], partakers: ['own'] })).toBe(false);
    expect(taskPolicy.read(other, { assignedTo: ['other'], networkMembers: [], partakers: [] })).toBe(true);
    expect(taskPolicy.read(other, { assignedTo: [], networkMembers: ['other'], partakers: [] })).toBe(true);
    expect(taskPolicy.read(other, { assignedTo: [], networkMembers: [], partakers: ['other'] })).toBe(true);
  });
});

test('A partner sees no tasks at all, nor does a person without an office', () => {
  for (const actor of [actorWith(['PARTNER_CONTACT', 'own']), actorWith()]) {
    expect(visibleTasks(actor)).toEqual({ everything: false, organizationIds: [] });
    expect(taskPolicy.read(actor, { assignedTo: ['own'], networkMembers: ['own'], partakers: ['own'] })).toBe(false);
  }
});

test('SECRETARIAT held in an organization that is not the secretariat is worth nothing', () => {
  expect(taskPolicy.write(actorWith(['SECRETARIAT', 'own', 'MUNICIPALITY']))).toBe(false);
});
