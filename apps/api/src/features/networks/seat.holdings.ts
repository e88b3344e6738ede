import { mainOffice } from '../../kernel/actor.ts';
import type { HoldingsOf } from '../../kernel/holdings.ts';
import { seatEvent } from './seat-event.ts';
import { deleteSeats, giveSeats, lockHeldSeats } from './seats.store.ts';

/** A person's seats in networks, for a gmina. To nobody: a substitute takes the seat, or it is free. */
export const seatHoldings: HoldingsOf = {
  kind: 'seat',
  async list(work, holder) {
    const held = await lockHeldSeats(work, holder);
    return held.map(({ id, networkName }) => ({ kind: 'seat', id, title: '', within: networkName, dueOn: null }));
  },
  async move(work, actor, holder, ids, toPersonId) {
    const actingFor = mainOffice(actor)?.organizationId ?? null;
    const held = (await lockHeldSeats(work, holder)).filter(({ id }) => ids.includes(id));
    const given = toPersonId === null ? new Set<string>() : await giveSeats(work, ids, toPersonId);
    await deleteSeats(
      work,
      ids.filter((id) => !given.has(id)),
    );
    for (const seat of held) {
      work.record(seatEvent('membership.unseated', seat, actingFor));
      if (toPersonId !== null && given.has(seat.id))
        work.record(seatEvent('membership.seated', { ...seat, personId: toPersonId }, actingFor));
    }
  },
};
