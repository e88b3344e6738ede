import type { Given, MembershipView, networksRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { membershipLifecycle, networkLifecycle } from '../network.lifecycle.ts';
import { membershipPolicy } from '../network.policy.ts';
import type { Channel } from './confirm-membership.ts';
import { readMembershipIn } from '../networks.queries.ts';
import { lockMembership, lockNetwork, saveMembershipState } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.admitMembership>;

/** The lead or the secretariat admits a gmina that has confirmed. */
export const admitMembership = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<MembershipView> =>
  unit.run(actor, async (work) => {
    const { networkId, organizationId } = await admitIn(work, actor, params);
    return readMembershipIn(work, actor, networkId, organizationId);
  });

/** The same inside a work; `channel` says of the event on which way the decision came, where not by the portal's page. */
export async function admitIn(
  work: Work,
  actor: Actor,
  params: Input['params'],
  channel: Channel = {},
): Promise<{ networkId: string; organizationId: string }> {
  const network = found(await lockNetwork(work, actor, params.id));
  const membership = found(await lockMembership(work, network.id, params.organizationId));
  if (!membershipPolicy.read(actor, membership)) throw notFound();
  allow(membershipPolicy.admit(actor, membership));
  networkLifecycle.move(network.state, 'work');
  await saveMembershipState(work, membership.id, membershipLifecycle.move(membership.state, 'admit'));
  work.record({
    kind: 'membership.activated',
    facts: { network: { pl: network.namePl, en: network.nameEn }, organization: membership.organizationName },
    actingFor: mainOffice(actor)?.organizationId ?? null,
    networkId: network.id,
    organizationId: membership.organizationId,
    ...channel,
  });
  return { networkId: network.id, organizationId: membership.organizationId };
}
