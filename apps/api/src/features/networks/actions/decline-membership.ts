import type { Given, MembershipView, networksRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { membershipLifecycle } from '../network.lifecycle.ts';
import { membershipPolicy } from '../network.policy.ts';
import { readMembershipIn } from '../networks.queries.ts';
import { lockMembership, lockNetwork, saveMembershipState } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.declineMembership>;

/** Declines a request to join, with a reason that the gmina's people are told. */
export const declineMembership = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<MembershipView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    const membership = found(await lockMembership(work, network.id, params.organizationId));
    if (!membershipPolicy.read(actor, membership)) throw notFound();
    allow(membershipPolicy.decline(actor, membership));
    await saveMembershipState(work, membership.id, membershipLifecycle.move(membership.state, 'decline'), body.reason);
    work.record({
      kind: 'membership.declined',
      facts: {
        network: { pl: network.namePl, en: network.nameEn },
        organization: membership.organizationName,
        reason: body.reason,
      },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      organizationId: membership.organizationId,
    });
    return readMembershipIn(work, actor, network.id, membership.organizationId);
  });
