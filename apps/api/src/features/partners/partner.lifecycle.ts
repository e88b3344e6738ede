import type { CardState, PartnerState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** PROPOSED → ACTIVE ⇄ ARCHIVED; a proposal that is turned down is archived, too. */
export const partnerLifecycle = defineLifecycle<PartnerState>()({
  accept: { from: ['PROPOSED', 'ARCHIVED'], to: 'ACTIVE' },
  archive: { from: ['PROPOSED', 'ACTIVE'], to: 'ARCHIVED' },
});

/** Whether anything more is noted of it. */
export const isInUse = (state: PartnerState): boolean => state !== 'ARCHIVED';

/** DRAFT → PUBLISHED → CLOSED; a draft that leads nowhere is closed, too. */
export const cardLifecycle = defineLifecycle<CardState>()({
  publish: { from: ['DRAFT'], to: 'PUBLISHED' },
  close: { from: ['DRAFT', 'PUBLISHED'], to: 'CLOSED' },
});
