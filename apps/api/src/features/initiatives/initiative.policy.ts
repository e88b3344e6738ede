import type { OrganizationKind, PartState } from '@blizej/contracts';
import {
  decidingOffices,
  gminasOf,
  holds,
  isInsider,
  isSecretariat,
  leadingOffices,
  type Actor,
} from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

export interface InitiativeFacts {
  /** Null where the proposer is a member of the association no more. */
  readonly proposedById: string | null;
  /** Who leads it now, by a part that is confirmed; null where nobody does, or nobody who still may. */
  readonly leadId: string | null;
}

export interface PartFacts extends InitiativeFacts {
  readonly organizationId: string;
  readonly organizationKind: OrganizationKind;
  readonly state: PartState;
}

const worksFor = (actor: Actor, id: string): boolean => holds(actor, id, leadingOffices);

/** Whose initiative it is to carry: the lead partner's; as long as there is none, the proposer's. */
const carries = (actor: Actor, { proposedById, leadId }: InitiativeFacts): boolean => {
  const carrierId = leadId ?? proposedById;
  return isSecretariat(actor) || (carrierId !== null && worksFor(actor, carrierId));
};

export const initiativePolicy = {
  /** Members' people see every initiative; a guest those in which the guest's organization takes part. */
  visible: (actor: Actor): Scope => ({
    everything: isInsider(actor),
    organizationIds: actor.offices.map(({ organizationId }) => organizationId),
  }),
  /** What is worked on within it: for those whose part lets them in, guests among them, or whose gmina has proposed it. */
  within: (actor: Actor): Scope => ({
    everything: isSecretariat(actor),
    organizationIds: actor.offices.map(({ organizationId }) => organizationId),
  }),
  /** Whoever works for a gmina may propose one: an idea binds nobody. */
  propose: (actor: Actor): boolean =>
    isSecretariat(actor) || actor.offices.some(({ organizationId }) => worksFor(actor, organizationId)),
  change: (actor: Actor, initiative: InitiativeFacts): boolean => carries(actor, initiative),
  /** What everybody may read is published by whoever answers for it. */
  publish: (actor: Actor, initiative: InitiativeFacts): boolean => carries(actor, initiative),
  /** As in networks: what gminas are asked comes from the secretariat, under a mandate. */
  writeTask: (actor: Actor): boolean => isSecretariat(actor),
  /** For a gmina its own people; for a partner, who may have nobody here, the secretariat too. */
  declare: (actor: Actor, part: Pick<PartFacts, 'organizationId' | 'organizationKind'>): boolean =>
    part.organizationKind === 'MUNICIPALITY'
      ? worksFor(actor, part.organizationId)
      : part.organizationKind === 'PARTNER' &&
        (isSecretariat(actor) || holds(actor, part.organizationId, ['PARTNER_CONTACT'])),
  /** To take part binds the organization: who decides for it confirms. */
  confirm: (actor: Actor, part: PartFacts): boolean =>
    part.organizationKind === 'PARTNER' ? isSecretariat(actor) : holds(actor, part.organizationId, decidingOffices),
  /** Beside `confirm`: the same rule as data for the queries. */
  confirming: (actor: Actor): { readonly partners: boolean; readonly gminaIds: string[] } => ({
    partners: isSecretariat(actor),
    gminaIds: gminasOf(actor, decidingOffices),
  }),
  /** By who decides for it; one that is only declared is turned down by whoever carries the initiative, too. */
  withdraw: (actor: Actor, part: PartFacts): boolean =>
    (part.state === 'DECLARED' && carries(actor, part)) ||
    (part.organizationKind === 'PARTNER'
      ? initiativePolicy.declare(actor, part)
      : holds(actor, part.organizationId, decidingOffices)),
  /** The lead is handed over by whoever decides for the present lead, or by the secretariat. */
  changeLead: (actor: Actor, { leadId }: Pick<InitiativeFacts, 'leadId'>): boolean =>
    isSecretariat(actor) || (leadId !== null && holds(actor, leadId, decidingOffices)),
};
