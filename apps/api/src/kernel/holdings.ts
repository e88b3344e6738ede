import type { Holding, HoldingKind } from '@blizej/contracts';
import type { Actor } from './actor.ts';
import type { Work } from './work.ts';

/** Whose holdings for which organization. */
export interface Holder {
  readonly personId: string;
  readonly organizationId: string;
}

/**
 * A kind of thing that a person holds for an organization. Each feature tells of its own; the root puts them together
 * (holdings.ts), so that whoever ends an appointment sees them all and need not know the features.
 */
export interface HoldingsOf {
  readonly kind: HoldingKind;
  /** What the person holds, locked until the work ends. */
  list(work: Work, holder: Holder): Promise<Holding[]>;
  /** Hands things over to another person of the organization; to nobody: they stand without a keeper. */
  move(work: Work, actor: Actor, holder: Holder, ids: readonly string[], toPersonId: string | null): Promise<void>;
}
