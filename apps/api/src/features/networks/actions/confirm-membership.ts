import type { Given, MembershipView, networksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound } from '../../../kernel/problems.ts';
import type { NewEvent, UnitOfWork, Work } from '../../../kernel/work.ts';
import { membershipLifecycle, networkLifecycle } from '../network.lifecycle.ts';
import { membershipPolicy } from '../network.policy.ts';
import { readMembershipIn } from '../networks.queries.ts';
import { lockMembership, lockNetwork, saveMembershipState, type LockedNetwork } from '../networks.store.ts';

/** Who has decided, and on which way, where that is not the actor of the request. */
export type Channel = Pick<NewEvent, 'by' | 'detail'>;

type Input = Given<typeof networksRoutes.confirmMembership>;

/** The gmina itself confirms the request that its official made. */
export const confirmMembership = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<MembershipView> =>
  unit.run(actor, async (work) => {
    const { network, organizationId } = await confirmIn(work, actor, params);
    return readMembershipIn(work, actor, network.id, organizationId);
  });

/** The same inside a work; `channel` says of the event on which way the decision came, where not by the portal's page. */
export async function confirmIn(
  work: Work,
  actor: Actor,
  params: Input['params'],
  channel: Channel = {},
): Promise<{ network: LockedNetwork; organizationId: string }> {
  const network = found(await lockNetwork(work, actor, params.id));
  const membership = found(await lockMembership(work, network.id, params.organizationId));
  if (!membershipPolicy.read(actor, membership)) throw notFound();
  allow(membershipPolicy.confirm(actor, membership));
  networkLifecycle.move(network.state, 'work');
  await recordConfirmation(work, network, membership.organizationId, channel);
  return { network, organizationId: membership.organizationId };
}

/** The confirmation, and with an open network the admission that follows from it. */
export async function recordConfirmation(
  work: Work,
  network: LockedNetwork,
  organizationId: string,
  channel: Channel = {},
): Promise<void> {
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
    ...channel,
  });
}
