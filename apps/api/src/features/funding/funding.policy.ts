import {
  gminasOf,
  holds,
  isInsider,
  isSecretariat,
  leadingOffices,
  mainOffice,
  type Actor,
} from '../../kernel/actor.ts';

export const fundingPolicy = {
  /** Members' people and the secretariat; a guest works in initiatives only. */
  read: (actor: Actor): boolean => isInsider(actor),
  keepCalls: (actor: Actor): boolean => isSecretariat(actor),
  /** A need is a gmina's own word. */
  stateNeed: (actor: Actor): boolean => gminasOf(actor, leadingOffices).length > 0,
  changeNeed: (actor: Actor, organizationId: string): boolean =>
    holds(actor, organizationId, leadingOffices) || isSecretariat(actor),
  planSessions: (actor: Actor, organizationId: string): boolean =>
    holds(actor, organizationId, leadingOffices) || isSecretariat(actor),
};

/** The gmina for which the actor acts; null for the secretariat and for guests. */
export const ownGmina = (actor: Actor): string | null => {
  const office = mainOffice(actor);
  return office?.organizationKind === 'MUNICIPALITY' ? office.organizationId : null;
};
