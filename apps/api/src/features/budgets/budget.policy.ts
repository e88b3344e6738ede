import type { OrganizationKind } from '@blizej/contracts';
import { gminasOf, holds, isSecretariat, leadingOffices, type Actor } from '../../kernel/actor.ts';

export interface ParticipantFacts {
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
}

/** Whether the actor works for a participant; a partner, who may have nobody here, is helped by the secretariat. */
const worksFor = (actor: Actor, { organizationId, organizationKind }: ParticipantFacts): boolean =>
  organizationKind === 'MUNICIPALITY'
    ? holds(actor, organizationId, leadingOffices)
    : isSecretariat(actor) || holds(actor, organizationId, ['PARTNER_CONTACT']);

/** `carries` says whether the initiative is the actor's to carry: the policy of initiatives knows. */
export const budgetPolicy = {
  /** Whose part lets them in sees all of the money; other members see the sums. */
  readWhole: (actor: Actor, carries: boolean, participantIds: readonly string[]): boolean =>
    carries ||
    isSecretariat(actor) ||
    actor.offices.some(({ organizationId }) => participantIds.includes(organizationId)),
  plan: (carries: boolean): boolean => carries,
  /** A share binds the gmina: its mayor agrees. For a partner its contact does, or the secretariat. */
  agree: (actor: Actor, participant: ParticipantFacts): boolean =>
    participant.organizationKind === 'MUNICIPALITY'
      ? holds(actor, participant.organizationId, ['EXECUTIVE'])
      : worksFor(actor, participant),
  /** Beside `agree`: the same rule as data for the queries; a partner's own contact has no start page. */
  agreeing: (actor: Actor): { readonly partners: boolean; readonly gminaIds: string[] } => ({
    partners: isSecretariat(actor),
    gminaIds: gminasOf(actor, ['EXECUTIVE']),
  }),
  claim: (actor: Actor, participant: ParticipantFacts): boolean => worksFor(actor, participant),
  /** Four eyes: nobody decides on what they have submitted, or on a claim of their own gmina. */
  decide: (actor: Actor, carries: boolean, claim: ParticipantFacts & { submittedById: string | null }): boolean =>
    claim.submittedById !== actor.personId &&
    (isSecretariat(actor) || (carries && !holds(actor, claim.organizationId, leadingOffices))),
  /** Beside `decide`: by whom it is waited for, as data for the queries. */
  deciding: (actor: Actor): { readonly whereNobodyElse: boolean; readonly carrierIds: string[] } => ({
    whereNobodyElse: isSecretariat(actor),
    carrierIds: gminasOf(actor, leadingOffices),
  }),
  receive: (actor: Actor, carries: boolean, participant: ParticipantFacts): boolean =>
    carries || worksFor(actor, participant),
};
