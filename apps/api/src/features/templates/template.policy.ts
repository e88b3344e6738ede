import { isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';

/** Templates are the secretariat's to keep; the people of every member read by what they may propose a network. */
export const templatePolicy = {
  read: (actor: Actor): boolean => isInsider(actor),
  keep: (actor: Actor): boolean => isSecretariat(actor),
  /** Standard tasks are offered to whoever writes tasks. */
  offerTasks: (actor: Actor): boolean => isSecretariat(actor),
};
