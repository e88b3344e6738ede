import { gminaOffices, holds, isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';

export const profilePolicy = {
  /** The association's own people see each other's cards; a guest those of the own organization. */
  readCards: (actor: Actor, organizationId: string): boolean =>
    isInsider(actor) || holds(actor, organizationId, ['PARTNER_CONTACT']),
  /** Whether what is not shown to members is seen too: by the organization's own people and the secretariat. */
  readWholeCards: (actor: Actor, organizationId: string): boolean =>
    isSecretariat(actor) || holds(actor, organizationId, [...gminaOffices, 'PARTNER_CONTACT']),
  /** Forgets another on request. */
  erase: (actor: Actor): boolean => isSecretariat(actor),
};
