import type { Given, InvitationView, invitationsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { invitationLifecycle } from '../invitation.lifecycle.ts';
import { invitationPolicy } from '../invitation.policy.ts';
import { readInvitationIn } from '../invitations.queries.ts';
import { endInvitation, lockInvitation, lockVisibleInvitation, type LockedInvitation } from '../invitations.store.ts';
import { voidInvitationLinks } from '../login-link.store.ts';

type Input = Given<typeof invitationsRoutes.revokeInvitation>;

/** Takes an invitation back; its link is void at once. */
export const revokeInvitation = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<InvitationView> =>
  unit.run(actor, async (work) => {
    const invitation = found(await lockVisibleInvitation(work, actor, params.id));
    allow(invitationPolicy.invite(actor, invitation));
    invitationLifecycle.move(invitation.state, 'revoke');
    await end(work, actor, invitation);
    return readInvitationIn(work, actor, invitation.id);
  });

/** The same within another deed, without asking: an office ends in whose name they were, or to which they are. */
export async function takeBack(work: Work, actor: Actor, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const invitation = await lockInvitation(work, id);
    if (invitation) await end(work, actor, invitation);
  }
}

async function end(work: Work, actor: Actor, invitation: LockedInvitation): Promise<void> {
  await voidInvitationLinks(work, invitation.id);
  await endInvitation(work, invitation.id, 'revoked');
  work.record({
    kind: 'invitation.revoked',
    facts: { organization: invitation.organizationName, office: invitation.office },
    actingFor: mainOffice(actor)?.organizationId ?? null,
    organizationId: invitation.organizationId,
    detail: { invitationId: invitation.id },
  });
}
