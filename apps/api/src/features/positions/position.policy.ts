import type { Office, PositionState } from '@blizej/contracts';
import {
  decidingOffices,
  gminasOf,
  holds,
  isInsider,
  isSecretariat,
  leadingOffices,
  type Actor,
} from '../../kernel/actor.ts';

/** The offices that speak for a gmina where it endorses, objects and dissents: those that vote for it. */
export const speakingOffices: readonly Office[] = ['EXECUTIVE', 'DELEGATE'];

/** The office that signs for a gmina. */
const signingOffices: readonly Office[] = ['EXECUTIVE'];

export interface PositionFacts {
  readonly proposedById: string;
  readonly rapporteurId: string | null;
}

/** The rapporteur, as long as the person acts for whoever drafts it, and the secretariat. */
const keeps = (actor: Actor, { rapporteurId, proposedById }: PositionFacts): boolean =>
  isSecretariat(actor) || (rapporteurId === actor.personId && holds(actor, proposedById, leadingOffices));

export const positionPolicy = {
  /** For a network the people of the gmina that leads it; for the association the secretariat. */
  draft: (actor: Actor, leadId: string | null): boolean =>
    isSecretariat(actor) || (leadId !== null && holds(actor, leadId, leadingOffices)),
  /** The words, with whom else drafts them. */
  write: (actor: Actor, position: PositionFacts): boolean =>
    keeps(actor, position) || holds(actor, position.proposedById, leadingOffices),
  /** Who keeps it from now on: whoever does, and those who decide for whoever drafts it. */
  entrust: (actor: Actor, position: PositionFacts): boolean =>
    keeps(actor, position) || holds(actor, position.proposedById, decidingOffices),
  /** The consultation, the amendments, the addressees and what comes from them. */
  keep: keeps,
  /** All gminas are asked: that is the secretariat's, as every ballot is. */
  putToVote: (actor: Actor): boolean => isSecretariat(actor),
  /** Once all gminas are asked, nobody takes the question back but who may ask it. */
  withdraw: (actor: Actor, position: PositionFacts & { readonly state: PositionState }): boolean =>
    position.state === 'VOTING' ? isSecretariat(actor) : keeps(actor, position),
  /** A gmina comments and proposes amendments by the people who work for it; its delegate has the vote alone. */
  discuss: (actor: Actor, organizationId: string): boolean => holds(actor, organizationId, leadingOffices),
  /** A gmina's stand, its objection and its dissent: by whoever votes for it. */
  speakFor: (actor: Actor, organizationId: string): boolean => holds(actor, organizationId, speakingOffices),
  sign: (actor: Actor, organizationId: string): boolean => holds(actor, organizationId, signingOffices),
  /** Beside `sign`: the same rule as data for the queries. */
  signsFor: (actor: Actor): string[] => gminasOf(actor, signingOffices),
};

/** What one may see, as data for the queries: a draft is its own people's until its consultation opens. */
export const visiblePositions = (
  actor: Actor,
): { readonly everything: boolean; readonly announced: boolean; readonly organizationIds: readonly string[] } => ({
  everything: isSecretariat(actor),
  announced: isInsider(actor),
  organizationIds: actor.offices
    .filter(({ organizationId }) => holds(actor, organizationId, leadingOffices))
    .map(({ organizationId }) => organizationId),
});
