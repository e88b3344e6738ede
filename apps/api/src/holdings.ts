import { invitationHoldings } from './features/accounts/index.ts';
import { seatHoldings } from './features/networks/index.ts';
import { positionHoldings } from './features/positions/index.ts';
import { assignmentHoldings } from './features/tasks/index.ts';
import type { HoldingsOf } from './kernel/holdings.ts';

/** Every kind of thing that a person holds for an organization: all of them move when an office ends. */
export const holdings: readonly HoldingsOf[] = [assignmentHoldings, seatHoldings, positionHoldings, invitationHoldings];
