import type { AppointmentState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** What is past is over. */
export const appointmentLifecycle = defineLifecycle<AppointmentState>()({
  end: { from: ['FUTURE', 'CURRENT'], to: 'PAST' },
  deputize: { from: ['FUTURE', 'CURRENT'], to: 'CURRENT' },
});
