import type { AssociationStatus } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** Where a gmina stands towards the association; `NONE` where it never had to do with it. */
export type Standing = AssociationStatus | 'NONE';

/** CANDIDATE → MEMBER → FORMER; a candidacy may be left out, and who has left may come again. */
export const associationLifecycle = defineLifecycle<Standing>()({
  makeCandidate: { from: ['NONE', 'FORMER'], to: 'CANDIDATE' },
  join: { from: ['NONE', 'CANDIDATE', 'FORMER'], to: 'MEMBER' },
  leave: { from: ['MEMBER'], to: 'FORMER' },
});
