import type { CardState, PartnerState } from '@blizej/contracts';
import {
  decidingOffices,
  gminasOf,
  holds,
  isInsider,
  isSecretariat,
  leadingOffices,
  type Actor,
} from '../../kernel/actor.ts';

export interface PartnerFacts {
  readonly state: PartnerState;
  readonly proposedById: string;
}

export interface CardFacts {
  readonly state: CardState;
  readonly ownerId: string;
}

/** Which partners an actor sees, as data: `everything`, else those in the directory and what the own gminas have proposed. */
export interface PartnerScope {
  readonly everything: boolean;
  readonly directory: boolean;
  readonly organizationIds: readonly string[];
}

const works = (actor: Actor): boolean => isSecretariat(actor) || gminasOf(actor, leadingOffices).length > 0;
const worksFor = (actor: Actor, organizationId: string): boolean =>
  isSecretariat(actor) || holds(actor, organizationId, leadingOffices);

export const partnerPolicy = {
  /** The directory is the members': a guest sees nothing of it, not even of the own organization. */
  visible: (actor: Actor): PartnerScope => ({
    everything: isSecretariat(actor),
    directory: isInsider(actor),
    organizationIds: gminasOf(actor),
  }),
  /** Whoever works for a gmina proposes one; the secretariat adds it at once. */
  add: works,
  addsAtOnce: isSecretariat,
  /** The directory is kept by the secretariat; what a gmina has proposed is its own until it is accepted. */
  change: (actor: Actor, { state, proposedById }: PartnerFacts): boolean =>
    isSecretariat(actor) || (state === 'PROPOSED' && holds(actor, proposedById, leadingOffices)),
  decide: (actor: Actor): boolean => isSecretariat(actor),
  /** People and contacts are noted by those who work with partners, for their gmina. */
  note: works,
  /** A partner's people are seen by the gminas that work with it, and by the one for which they were noted. */
  readPerson: (
    actor: Actor,
    { notedForId, worksWith }: { notedForId: string; worksWith: readonly string[] },
  ): boolean =>
    isSecretariat(actor) ||
    gminasOf(actor, leadingOffices).some((gmina) => gmina === notedForId || worksWith.includes(gmina)),
  /** What was noted is taken back for whom it was noted. */
  takeBack: (actor: Actor, { notedForId }: { notedForId: string }): boolean => worksFor(actor, notedForId),
  /** A twin town is the gmina's own affair. */
  twin: (actor: Actor, gminaId: string): boolean => worksFor(actor, gminaId),
};

export const cardPolicy = {
  /** Drafts are their owner's own; the others are the members' to read, and public beside that. */
  visible: (actor: Actor): PartnerScope => partnerPolicy.visible(actor),
  write: works,
  /** A draft is changed by whoever works for its owner; what is public, by who publishes it. */
  change: (actor: Actor, { ownerId, state }: CardFacts): boolean =>
    state === 'DRAFT' ? worksFor(actor, ownerId) : cardPolicy.publish(actor, { ownerId }),
  /** What the gmina says to the whole world is published by whoever decides for it. */
  publish: (actor: Actor, { ownerId }: Pick<CardFacts, 'ownerId'>): boolean =>
    isSecretariat(actor) || holds(actor, ownerId, decidingOffices),
  close: (actor: Actor, card: CardFacts): boolean => cardPolicy.change(actor, card),
};
