import type { MeetingState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** DRAFT → CONVENED → OPEN → CLOSED, or CANCELLED before it is opened. */
export const meetingLifecycle = defineLifecycle<MeetingState>()({
  change: { from: ['DRAFT', 'CONVENED'], to: 'CONVENED' },
  convene: { from: ['DRAFT'], to: 'CONVENED' },
  open: { from: ['CONVENED'], to: 'OPEN' },
  record: { from: ['OPEN'], to: 'OPEN' },
  vote: { from: ['OPEN'], to: 'OPEN' },
  close: { from: ['OPEN'], to: 'CLOSED' },
  cancel: { from: ['DRAFT', 'CONVENED'], to: 'CANCELLED' },
});
