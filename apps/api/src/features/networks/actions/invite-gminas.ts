import type { Given, InvitationOutcome, networksRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { insertInvitations, lockMembers, lockNetwork } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.inviteGminas>;

/** The lead or the secretariat invites gminas. Whoever belongs, asks or is invited already is left out, not refused. */
export const inviteGminas = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<InvitationOutcome> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    allow(networkPolicy.invite(actor, network));
    networkLifecycle.move(network.state, 'work');
    const gminas = await lockMembers(work, body.organizationIds);
    if (gminas.length < body.organizationIds.length) refuse([bodyIssue('/organizationIds', 'not_a_member')]);
    const fresh = new Set(
      await insertInvitations(work, {
        networkId: network.id,
        organizationIds: body.organizationIds,
        role: body.role,
        note: body.note || null,
      }),
    );
    const invited = gminas.filter(({ id }) => fresh.has(id));
    for (const { id, name } of invited)
      work.record({
        kind: 'membership.invited',
        facts: { network: { pl: network.namePl, en: network.nameEn }, organization: name },
        actingFor: mainOffice(actor)?.organizationId ?? null,
        networkId: network.id,
        organizationId: id,
      });
    return { invited, leftOut: gminas.filter(({ id }) => !fresh.has(id)) };
  });
