import type { BallotState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** DRAFT → SCHEDULED → OPEN → CLOSED, or WITHDRAWN before that. */
export const ballotLifecycle = defineLifecycle<BallotState>()({
  change: { from: ['DRAFT'], to: 'DRAFT' },
  schedule: { from: ['DRAFT'], to: 'SCHEDULED' },
  open: { from: ['DRAFT', 'SCHEDULED'], to: 'OPEN' },
  extend: { from: ['OPEN'], to: 'OPEN' },
  close: { from: ['OPEN'], to: 'CLOSED' },
  withdraw: { from: ['DRAFT', 'SCHEDULED', 'OPEN'], to: 'WITHDRAWN' },
});
