import type { AmendmentState, PositionState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/**
 * DRAFT → CONSULTATION → VOTING → ADOPTED | REJECTED → SENT → ANSWERED; WITHDRAWN before that. A vote that decides nothing
 * leads back to the consultation.
 */
export const positionLifecycle = defineLifecycle<PositionState>()({
  change: { from: ['DRAFT'], to: 'DRAFT' },
  entrust: { from: ['DRAFT', 'CONSULTATION', 'VOTING', 'ADOPTED', 'SENT', 'ANSWERED'], to: 'DRAFT' },
  write: { from: ['DRAFT', 'CONSULTATION'], to: 'CONSULTATION' },
  consult: { from: ['DRAFT', 'CONSULTATION'], to: 'CONSULTATION' },
  discuss: { from: ['CONSULTATION'], to: 'CONSULTATION' },
  putToVote: { from: ['CONSULTATION'], to: 'VOTING' },
  object: { from: ['VOTING'], to: 'VOTING' },
  adopt: { from: ['VOTING'], to: 'ADOPTED' },
  reject: { from: ['VOTING'], to: 'REJECTED' },
  resume: { from: ['VOTING'], to: 'CONSULTATION' },
  withdraw: { from: ['DRAFT', 'CONSULTATION', 'VOTING'], to: 'WITHDRAWN' },
  dissent: { from: ['ADOPTED'], to: 'ADOPTED' },
  sign: { from: ['ADOPTED', 'SENT', 'ANSWERED'], to: 'ADOPTED' },
  address: { from: ['DRAFT', 'CONSULTATION', 'VOTING', 'ADOPTED'], to: 'ADOPTED' },
  send: { from: ['ADOPTED', 'SENT'], to: 'SENT' },
  answer: { from: ['ADOPTED', 'SENT', 'ANSWERED'], to: 'ANSWERED' },
  effect: { from: ['ADOPTED', 'SENT', 'ANSWERED'], to: 'ANSWERED' },
});

export const amendmentLifecycle = defineLifecycle<AmendmentState>()({
  accept: { from: ['PROPOSED'], to: 'ACCEPTED' },
  reject: { from: ['PROPOSED'], to: 'REJECTED' },
  withdraw: { from: ['PROPOSED'], to: 'WITHDRAWN' },
});
