import type { Given, MembershipView, networksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { membershipLifecycle, networkLifecycle } from '../network.lifecycle.ts';
import { membershipPolicy } from '../network.policy.ts';
import { readMembershipIn } from '../networks.queries.ts';
import { lockMembership, lockNetwork, saveMembershipState, type LockedNetwork } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.confirmMembership>;

/** The gmina itself confirms the request that its official made. */
export const confirmMembership = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<MembershipView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    const membership = found(await lockMembership(work, network.id, params.organizationId));
    if (!membershipPolicy.read(actor, membership)) throw notFound();
    allow(membershipPolicy.confirm(actor, membership));
    networkLifecycle.move(network.state, 'work');
    await recordConfirmation(work, network, membership.organizationId);
    return readMembershipIn(work, actor, network.id, membership.organizationId);
  });

/** The confirmation, and with an open network the admission that follows from it. */
export async function recordConfirmation(work: Work, network: LockedNetwork, organizationId: string): Promise<void> {
  const membership = found(await lockMembership(work, network.id, organizationId));
  const confirmed = membershipLifecycle.move(membership.state, 'confirm');
  const open = network.joinPolicy === 'OPEN';
  const state = open ? membershipLifecycle.move(confirmed, 'admit') : confirmed;
  await saveMembershipState(work, membership.id, state);
  work.record({
    kind: open ? 'membership.activated' : 'membership.confirmed',
    facts: { network: { pl: network.namePl, en: network.nameEn }, organization: membership.organizationName },
    actingFor: organizationId,
    networkId: network.id,
    organizationId,
  });
}
