import { isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';

/** The register is the secretariat's to keep, and open to the people of every member. */
export const resolutionPolicy = {
  read: (actor: Actor): boolean => isInsider(actor),
  keep: (actor: Actor): boolean => isSecretariat(actor),
};
