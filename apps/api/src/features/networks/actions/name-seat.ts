import type { Given, MembershipView, networksRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, notFound, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { membershipLifecycle, networkLifecycle } from '../network.lifecycle.ts';
import { membershipPolicy } from '../network.policy.ts';
import { readMembershipIn } from '../networks.queries.ts';
import { lockMembership, lockNetwork, type LockedMembership, type LockedNetwork } from '../networks.store.ts';
import { seatEvent } from '../seat-event.ts';
import { whyNotSeated } from '../seat.rules.ts';
import { insertSeat, lockRepresentative, readSeats } from '../seats.store.ts';

type Input = Given<typeof networksRoutes.nameSeat>;

/** Names who represents the gmina: one of its own people, whose office stands. */
export const nameSeat = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<MembershipView> =>
  unit.run(actor, async (work) => {
    const { network, membership } = await lockRepresented(work, actor, params);
    const { organizationId } = membership;
    if (!(await lockRepresentative(work, body.personId, organizationId)))
      refuse([bodyIssue('/personId', 'unknown_person')]);
    const refusal = whyNotSeated(await readSeats(work, membership.id), body);
    if (refusal === 'unknown') throw notFound();
    if (refusal) throw new Problem(refusal);
    const { personId, role, substituteFor } = body;
    await insertSeat(work, { membershipId: membership.id, personId, role, substituteForId: substituteFor ?? null });
    work.record(
      seatEvent(
        'membership.seated',
        {
          personId,
          organizationId,
          organizationName: membership.organizationName,
          networkId: network.id,
          networkName: { pl: network.namePl, en: network.nameEn },
        },
        mainOffice(actor)?.organizationId ?? null,
      ),
    );
    return readMembershipIn(work, actor, network.id, organizationId);
  });

/** Locks a membership whose representatives the actor may name now. */
export async function lockRepresented(
  work: Work,
  actor: Actor,
  params: { readonly id: string; readonly organizationId: string },
): Promise<{ network: LockedNetwork; membership: LockedMembership }> {
  const network = found(await lockNetwork(work, actor, params.id));
  const membership = found(await lockMembership(work, network.id, params.organizationId));
  if (!membershipPolicy.read(actor, membership)) throw notFound();
  allow(membershipPolicy.nameSeats(actor, membership));
  networkLifecycle.move(network.state, 'work');
  membershipLifecycle.move(membership.state, 'represent');
  return { network, membership };
}
