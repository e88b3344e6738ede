import type { Given, MembershipView, networksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { membershipLifecycle, networkLifecycle } from '../network.lifecycle.ts';
import { membershipPolicy } from '../network.policy.ts';
import { readMembershipIn } from '../networks.queries.ts';
import { lockMembership, lockNetwork, saveMembershipState } from '../networks.store.ts';
import type { Channel } from './confirm-membership.ts';

type Input = Given<typeof networksRoutes.acceptMembership>;

/** The invited gmina accepts: who invited has admitted it already. */
export const acceptMembership = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<MembershipView> =>
  unit.run(actor, async (work) => {
    await acceptIn(work, actor, params);
    return readMembershipIn(work, actor, params.id, params.organizationId);
  });

/** The same inside a work; `channel` says of the event on which way the decision came, where not by the portal's page. */
export async function acceptIn(
  work: Work,
  actor: Actor,
  params: Input['params'],
  channel: Channel = {},
): Promise<void> {
  const network = found(await lockNetwork(work, actor, params.id));
  const membership = found(await lockMembership(work, network.id, params.organizationId));
  if (!membershipPolicy.read(actor, membership)) throw notFound();
  allow(membershipPolicy.confirm(actor, membership));
  networkLifecycle.move(network.state, 'work');
  await saveMembershipState(work, membership.id, membershipLifecycle.move(membership.state, 'accept'));
  work.record({
    kind: 'membership.activated',
    facts: { network: { pl: network.namePl, en: network.nameEn }, organization: membership.organizationName },
    actingFor: membership.organizationId,
    networkId: network.id,
    organizationId: membership.organizationId,
    ...channel,
  });
}
