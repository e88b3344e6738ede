import type { HoldingsOf } from '../../kernel/holdings.ts';
import { takeBack } from './actions/revoke-invitation.ts';
import { lockOpenInvitations, saveInviter } from './invitations.store.ts';

/** The invitations in a person's name that wait: with the name goes what they rest on. */
export const invitationHoldings: HoldingsOf = {
  kind: 'invitation',
  async list(work, holder) {
    const open = await lockOpenInvitations(work, holder);
    return open.map(({ id, name }) => ({ kind: 'invitation', id, title: name, within: null, dueOn: null }));
  },
  // An invitation in nobody's name is none: it is taken back.
  move: (work, actor, _holder, ids, toPersonId) =>
    toPersonId === null ? takeBack(work, actor, ids) : saveInviter(work, ids, toPersonId),
};
