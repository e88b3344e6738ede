import type { ProblemSlug, SeatRole } from '@blizej/contracts';

export interface Seat {
  readonly id: string;
  readonly personId: string;
  readonly role: SeatRole;
  readonly substituteForId: string | null;
}

export interface WantedSeat {
  readonly personId: string;
  readonly role: SeatRole;
  readonly substituteFor?: string | undefined;
}

/**
 * Why somebody cannot be seated beside those who sit; undefined where they can. `unknown` is a seat to stand in for that is not
 * there: of another gmina, freed by now, of another role, or a substitute's own.
 */
export function whyNotSeated(
  seats: readonly Seat[],
  { personId, role, substituteFor }: WantedSeat,
): Extract<ProblemSlug, 'seat-taken' | 'already-seated'> | 'unknown' | undefined {
  const principal = seats.find(({ id }) => id === substituteFor);
  if (substituteFor !== undefined && (!principal || principal.substituteForId !== null || principal.role !== role))
    return 'unknown';
  if (seats.some((seat) => seat.personId === personId)) return 'already-seated';
  const isTaken = principal
    ? seats.some(({ substituteForId }) => substituteForId === principal.id)
    : role === 'SPONSOR' && seats.some((seat) => seat.role === 'SPONSOR' && seat.substituteForId === null);
  return isTaken ? 'seat-taken' : undefined;
}
