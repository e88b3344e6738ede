import type { BudgetState, ClaimState, InitiativeStage } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** DRAFT → ASKED → AGREED; what is planned anew, or objected to, is a draft again. AGREED stays: a new version follows it. */
export const budgetLifecycle = defineLifecycle<BudgetState>()({
  ask: { from: ['DRAFT'], to: 'ASKED' },
  agree: { from: ['ASKED'], to: 'AGREED' },
  object: { from: ['ASKED'], to: 'DRAFT' },
});

/** DRAFT → SUBMITTED → ACCEPTED or RETURNED; what was returned is submitted again. */
export const claimLifecycle = defineLifecycle<ClaimState>()({
  change: { from: ['DRAFT', 'RETURNED'], to: 'DRAFT' },
  submit: { from: ['DRAFT', 'RETURNED'], to: 'SUBMITTED' },
  accept: { from: ['SUBMITTED'], to: 'ACCEPTED' },
  return: { from: ['SUBMITTED'], to: 'RETURNED' },
});

/** When money of an initiative is claimed and comes in: it is funded, and its last payments come after its end. */
export const moneyStages = ['FUNDED', 'RUNNING', 'COMPLETED'] as const satisfies readonly InitiativeStage[];

export const hasMoney = (stage: InitiativeStage): boolean => moneyStages.some((one) => one === stage);
