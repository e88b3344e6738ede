import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** Whether a person may come into the portal. */
export type PersonState = 'ACTIVE' | 'BLOCKED';

/** ACTIVE ⇄ BLOCKED. */
export const personLifecycle = defineLifecycle<PersonState>()({
  block: { from: ['ACTIVE'], to: 'BLOCKED' },
  unblock: { from: ['BLOCKED'], to: 'ACTIVE' },
});
