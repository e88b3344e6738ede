import type { Given, MembershipView, networksRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { readMembershipIn } from '../networks.queries.ts';
import { seatEvent } from '../seat-event.ts';
import { deleteSeats, lockSeatsOf } from '../seats.store.ts';
import { lockRepresented } from './name-seat.ts';

type Input = Given<typeof networksRoutes.freeSeat>;

/** Somebody represents the gmina no more; whoever stands in for them takes the seat. */
export const freeSeat = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<MembershipView> =>
  unit.run(actor, async (work) => {
    const { network, membership } = await lockRepresented(work, actor, params);
    const seat = found((await lockSeatsOf(work, membership.id)).find(({ id }) => id === params.seatId));
    await deleteSeats(work, [seat.id]);
    work.record(seatEvent('membership.unseated', seat, mainOffice(actor)?.organizationId ?? null));
    return readMembershipIn(work, actor, network.id, membership.organizationId);
  });
