import type { BallotChoice, BallotView } from '@blizej/contracts';
import { newIdempotencyKey } from '../../lib/api.ts';
import { sealVote } from './seal.ts';

/** A vote that is being cast. Sent again, it is the same vote: it keeps its key until it is known to have arrived. */
export interface Attempt {
  readonly choice: BallotChoice;
  readonly idempotencyKey: string;
  /** The receipt of the vote that stood before: another one after it says that this has arrived. */
  readonly before: string | null;
  /** In a secret ballot. */
  readonly sealed?: string;
  readonly code?: string;
}

const placeOf = (ballotId: string, organizationId: string): string => `blizej.vote.${ballotId}.${organizationId}`;

/** Prepares a vote; in a secret ballot it is sealed here. */
export async function prepare(
  { id: ballotId, publicKey }: BallotView,
  organizationId: string,
  { choice, before }: Pick<Attempt, 'before' | 'choice'>,
): Promise<Attempt> {
  const idempotencyKey = newIdempotencyKey();
  return publicKey === null
    ? { choice, idempotencyKey, before }
    : { choice, idempotencyKey, before, ...(await sealVote({ ballotId, organizationId, publicKey }, choice)) };
}

/** A vote of which nobody knows whether it arrived, as this tab has kept it over a reload. A secret one is kept nowhere. */
export function keptAttempt(ballotId: string, organizationId: string): Attempt | undefined {
  try {
    const kept = sessionStorage.getItem(placeOf(ballotId, organizationId));
    return kept ? (JSON.parse(kept) as Attempt) : undefined;
  } catch {
    return undefined;
  }
}

export function keepAttempt(ballotId: string, organizationId: string, attempt: Attempt | undefined): void {
  try {
    const place = placeOf(ballotId, organizationId);
    if (attempt && attempt.sealed === undefined) sessionStorage.setItem(place, JSON.stringify(attempt));
    else sessionStorage.removeItem(place);
  } catch {
    // Forbidden storage: the vote still lives in the page.
  }
}
