import { isSecretariat, type Actor } from '../../kernel/actor.ts';

export const duesPolicy = {
  read: (actor: Actor): boolean => isSecretariat(actor),
  /** Notes the rate that the association's bodies have resolved. */
  set: (actor: Actor): boolean => isSecretariat(actor),
};
