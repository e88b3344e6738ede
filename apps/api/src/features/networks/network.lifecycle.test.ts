import { expect, test } from '@jest/globals';
import { membershipState, networkState, type MembershipState, type NetworkState } from '@blizej/contracts';
import { membershipLifecycle, networkLifecycle } from './network.lifecycle.ts';

test.each<[keyof typeof networkLifecycle.moves, NetworkState[], NetworkState]>([
  ['activate', ['PROPOSED'], 'ACTIVE'],
  ['reject', ['PROPOSED'], 'REJECTED'],
  ['beginClosing', ['ACTIVE'], 'CLOSING'],
  ['close', ['CLOSING'], 'CLOSED'],
  ['report', ['CLOSING'], 'CLOSING'],
  ['work', ['ACTIVE'], 'ACTIVE'],
])('A network: %s from %j', (move, from, to) => {
  expect(networkState.options.filter((state) => networkLifecycle.allows(state, move))).toEqual(from);
  for (const state of from) expect(networkLifecycle.move(state, move)).toBe(to);
});

test.each<[keyof typeof membershipLifecycle.moves, MembershipState[], MembershipState]>([
  ['accept', ['INVITED'], 'ACTIVE'],
  ['confirm', ['REQUESTED'], 'CONFIRMED'],
  ['admit', ['CONFIRMED'], 'ACTIVE'],
  ['decline', ['INVITED', 'REQUESTED', 'CONFIRMED'], 'DECLINED'],
  ['represent', ['ACTIVE'], 'ACTIVE'],
  ['leave', ['ACTIVE'], 'LEFT'],
])('A membership: %s from %j', (move, from, to) => {
  expect(membershipState.options.filter((state) => membershipLifecycle.allows(state, move))).toEqual(from);
  for (const state of from) expect(membershipLifecycle.move(state, move)).toBe(to);
});
