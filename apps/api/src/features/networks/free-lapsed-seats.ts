import type { UnitOfWork } from '../../kernel/work.ts';
import { seatEvent } from './seat-event.ts';
import { deleteSeats, lockLapsedSeats } from './seats.store.ts';

/** Frees the seats of those whose office ended with a day that was set before: nobody handed them over. */
export const freeLapsedSeats = (unit: UnitOfWork): Promise<void> =>
  unit.run(null, async (work) => {
    const lapsed = await lockLapsedSeats(work);
    await deleteSeats(
      work,
      lapsed.map(({ id }) => id),
    );
    for (const seat of lapsed) work.record(seatEvent('membership.unseated', seat, null));
  });
