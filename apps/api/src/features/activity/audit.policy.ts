import { isSecretariat, type Actor } from '../../kernel/actor.ts';

export const auditPolicy = {
  /** Everything that anybody did, with its detail: for the secretariat, which answers for it. */
  read: (actor: Actor): boolean => isSecretariat(actor),
};
