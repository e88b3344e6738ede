import type { Given, InvitationView, invitationsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { invitationLifecycle } from '../invitation.lifecycle.ts';
import { invitationPolicy } from '../invitation.policy.ts';
import { readInvitationIn } from '../invitations.queries.ts';
import { lockVisibleInvitation, renewInvitation } from '../invitations.store.ts';
import { voidInvitationLinks } from '../login-link.store.ts';

type Input = Given<typeof invitationsRoutes.resendInvitation>;

/** Sends an invitation again, in the name of whoever does so now: a new link, seven new days; the old link is void. */
export const resendInvitation = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<InvitationView> =>
  unit.run(actor, async (work) => {
    const invitation = found(await lockVisibleInvitation(work, actor, params.id));
    allow(invitationPolicy.invite(actor, invitation));
    invitationLifecycle.move(invitation.state, 'resend');
    await voidInvitationLinks(work, invitation.id);
    await renewInvitation(work, invitation.id, actor.personId);
    work.enqueue({ name: 'mail-invitation', payload: { invitationId: invitation.id } });
    work.record({
      kind: 'invitation.sent',
      facts: { organization: invitation.organizationName, office: invitation.office },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId: invitation.organizationId,
      detail: { invitationId: invitation.id },
    });
    return readInvitationIn(work, actor, invitation.id);
  });
