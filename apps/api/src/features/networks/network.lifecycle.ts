import type { MembershipState, NetworkState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** PROPOSED → ACTIVE → CLOSING → CLOSED, or REJECTED. */
export const networkLifecycle = defineLifecycle<NetworkState>()({
  activate: { from: ['PROPOSED'], to: 'ACTIVE' },
  reject: { from: ['PROPOSED'], to: 'REJECTED' },
  beginClosing: { from: ['ACTIVE'], to: 'CLOSING' },
  close: { from: ['CLOSING'], to: 'CLOSED' },
  /** The report is written while the network closes. */
  report: { from: ['CLOSING'], to: 'CLOSING' },
  /** Work that leaves the network as it is: joining, writing tasks, handing the lead over, more time, a review. */
  work: { from: ['ACTIVE'], to: 'ACTIVE' },
});

/** REQUESTED → CONFIRMED → ACTIVE → LEFT, or DECLINED; an invitation is accepted at once: INVITED → ACTIVE. */
export const membershipLifecycle = defineLifecycle<MembershipState>()({
  accept: { from: ['INVITED'], to: 'ACTIVE' },
  confirm: { from: ['REQUESTED'], to: 'CONFIRMED' },
  admit: { from: ['CONFIRMED'], to: 'ACTIVE' },
  decline: { from: ['INVITED', 'REQUESTED', 'CONFIRMED'], to: 'DECLINED' },
  leave: { from: ['ACTIVE'], to: 'LEFT' },
  /** Naming who represents the gmina leaves the membership as it is. */
  represent: { from: ['ACTIVE'], to: 'ACTIVE' },
});
