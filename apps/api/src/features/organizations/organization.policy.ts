import { decidingOffices, gminaOffices, holds, isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

/** The directory is open to every member's people and the secretariat; a guest sees the own organization only. */
export const visibleOrganizations = (actor: Actor): Scope => ({
  everything: isInsider(actor),
  organizationIds: actor.offices.map((held) => held.organizationId),
});

export const organizationPolicy = {
  read: (actor: Actor, organization: { id: string }): boolean =>
    isInsider(actor) || actor.offices.some((held) => held.organizationId === organization.id),

  /** Who holds which office in it: for its own people, and the secretariat. */
  readPeople: (actor: Actor, organization: { id: string }): boolean =>
    isSecretariat(actor) || holds(actor, organization.id, [...gminaOffices, 'SECRETARIAT', 'PARTNER_CONTACT']),

  /** Opens the pages of its people, with those who have left. */
  openPeople: (actor: Actor, organization: { id: string }): boolean =>
    isSecretariat(actor) || holds(actor, organization.id, decidingOffices),

  /** What its membership costs and brings is for its own people, and the secretariat. */
  openBalance: (actor: Actor, organization: { id: string }): boolean =>
    isSecretariat(actor) || holds(actor, organization.id, gminaOffices),

  /** Notes what gminas and the association have resolved on its membership. */
  keepMembership: (actor: Actor): boolean => isSecretariat(actor),
};
