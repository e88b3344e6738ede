import type { ValueEntryState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** DECLARED → CONFIRMED or REFUSED; WITHDRAWN before. A confirmed entry stays, and is corrected by another. */
export const valueLifecycle = defineLifecycle<ValueEntryState>()({
  confirm: { from: ['DECLARED'], to: 'CONFIRMED' },
  refuse: { from: ['DECLARED'], to: 'REFUSED' },
  withdraw: { from: ['DECLARED'], to: 'WITHDRAWN' },
  correct: { from: ['CONFIRMED'], to: 'CONFIRMED' },
});
