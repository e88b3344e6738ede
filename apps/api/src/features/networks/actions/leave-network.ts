import type { Given, MembershipView, networksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { membershipLifecycle } from '../network.lifecycle.ts';
import { membershipPolicy } from '../network.policy.ts';
import { readMembershipIn } from '../networks.queries.ts';
import { lockMembership, lockNetwork, saveMembershipState } from '../networks.store.ts';
import { seatEvent } from '../seat-event.ts';
import { deleteSeats, lockSeatsOf } from '../seats.store.ts';

type Input = Given<typeof networksRoutes.leaveNetwork>;

/** A gmina leaves a network, and its people their seats. The lead hands over first: no active network is ever without one. */
export const leaveNetwork = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<MembershipView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    const membership = found(await lockMembership(work, network.id, params.organizationId));
    if (!membershipPolicy.read(actor, membership)) throw notFound();
    allow(membershipPolicy.leave(actor, membership));
    const state = membershipLifecycle.move(membership.state, 'leave');
    if (membership.role === 'LEAD') throw new Problem('lead-must-stay');
    await saveMembershipState(work, membership.id, state);
    const seats = await lockSeatsOf(work, membership.id);
    await deleteSeats(
      work,
      seats.map(({ id }) => id),
    );
    for (const seat of seats) work.record(seatEvent('membership.unseated', seat, membership.organizationId));
    work.record({
      kind: 'membership.left',
      facts: { network: { pl: network.namePl, en: network.nameEn }, organization: membership.organizationName },
      actingFor: membership.organizationId,
      networkId: network.id,
      organizationId: membership.organizationId,
    });
    return readMembershipIn(work, actor, network.id, membership.organizationId);
  });
