import type { InvitationState } from '@blizej/contracts';
import { defineLifecycle } from '../../kernel/lifecycle.ts';

/** An invitation that has expired can be sent again; one that was accepted or taken back is over. */
export const invitationLifecycle = defineLifecycle<InvitationState>()({
  resend: { from: ['OPEN', 'EXPIRED'], to: 'OPEN' },
  accept: { from: ['OPEN'], to: 'ACCEPTED' },
  revoke: { from: ['OPEN', 'EXPIRED'], to: 'REVOKED' },
});
