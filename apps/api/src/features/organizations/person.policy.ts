import { decidingOffices, gminasOf, isSecretariat, type Actor } from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

/** The secretariat sees everybody; who decides for a gmina sees those who hold or held an office in it, and only that office. */
export const visiblePeople = (actor: Actor): Scope => ({
  everything: isSecretariat(actor),
  organizationIds: gminasOf(actor, decidingOffices),
});

export const personPolicy = {
  list: (actor: Actor): boolean => isSecretariat(actor) || gminasOf(actor, decidingOffices).length > 0,
  /** Keeps a person out of the portal, and lets them in again. */
  block: (actor: Actor): boolean => isSecretariat(actor),
};
