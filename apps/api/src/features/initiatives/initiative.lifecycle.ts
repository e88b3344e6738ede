import type { InitiativeStage, PartState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** The stages of what is at work. */
export const liveStages = ['IDEA', 'PREPARATION', 'APPLIED', 'FUNDED', 'RUNNING'] as const;

/** IDEA → PREPARATION → APPLIED → FUNDED → RUNNING → COMPLETED; a refused application is prepared anew. ABANDONED from any. */
export const initiativeLifecycle = defineLifecycle<InitiativeStage>()({
  PREPARATION: { from: ['IDEA', 'APPLIED'], to: 'PREPARATION' },
  APPLIED: { from: ['PREPARATION'], to: 'APPLIED' },
  FUNDED: { from: ['APPLIED'], to: 'FUNDED' },
  RUNNING: { from: ['FUNDED'], to: 'RUNNING' },
  COMPLETED: { from: ['RUNNING'], to: 'COMPLETED' },
  ABANDONED: { from: [...liveStages], to: 'ABANDONED' },
});

/** Whether anything of it still changes. */
export const isLive = (stage: InitiativeStage): boolean => liveStages.some((one) => one === stage);

/** DECLARED → CONFIRMED; WITHDRAWN from both. */
export const partLifecycle = defineLifecycle<PartState>()({
  confirm: { from: ['DECLARED'], to: 'CONFIRMED' },
  withdraw: { from: ['DECLARED', 'CONFIRMED'], to: 'WITHDRAWN' },
  lead: { from: ['CONFIRMED'], to: 'CONFIRMED' },
});
