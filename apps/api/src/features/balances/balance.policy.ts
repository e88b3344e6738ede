import type { Office } from '@blizej/contracts';
import { decidingOffices, gminasOf, isSecretariat, leadingOffices, type Actor } from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

interface ValueFacts {
  readonly organizationId: string;
  readonly declaredById: string;
  /** The office in which it was declared. */
  readonly declaredAs: Office;
}

/** The office by which the actor acts here: the secretariat's, or one of those in the gmina. */
const officeAmong = (actor: Actor, organizationId: string, offices: readonly Office[]): Office | undefined =>
  offices.find((office) =>
    office === 'SECRETARIAT'
      ? isSecretariat(actor)
      : actor.offices.some((held) => held.office === office && held.organizationId === organizationId),
  );

/**
 * Whose confirmation an entry needs: the gmina's for what the secretariat declares, the secretariat's for what those who
 * decide for the gmina declare, either's for what an official declares.
 */
export const confirmingOffices = (declaredAs: Office): readonly Office[] => {
  if (declaredAs === 'SECRETARIAT') return decidingOffices;
  return declaredAs === 'OFFICIAL' ? [...decidingOffices, 'SECRETARIAT'] : ['SECRETARIAT'];
};

export const balancePolicy = {
  /** A gmina's balance is for its own people, and the secretariat. */
  visible: (actor: Actor): Scope => ({ everything: isSecretariat(actor), organizationIds: gminasOf(actor) }),
  readAll: (actor: Actor): boolean => isSecretariat(actor),
  closeYear: (actor: Actor): boolean => isSecretariat(actor),
  /** The office in which the actor may declare for a gmina; undefined where in none. */
  declaringOffice: (actor: Actor, organizationId: string): Office | undefined =>
    officeAmong(actor, organizationId, ['SECRETARIAT', ...leadingOffices]),
  isOwn: (actor: Actor, entry: ValueFacts): boolean => actor.personId === entry.declaredById,
  /** The office in which the actor may confirm or refuse an entry; undefined where in none, above all for one's own. */
  decidingOffice: (actor: Actor, entry: ValueFacts): Office | undefined =>
    balancePolicy.isOwn(actor, entry)
      ? undefined
      : officeAmong(actor, entry.organizationId, confirmingOffices(entry.declaredAs)),
  /** Whoever has declared it takes it back, or those who decide for the side in whose name it was declared. */
  withdraw: (actor: Actor, entry: ValueFacts): boolean =>
    balancePolicy.isOwn(actor, entry) ||
    officeAmong(actor, entry.organizationId, entry.declaredAs === 'SECRETARIAT' ? ['SECRETARIAT'] : decidingOffices) !==
      undefined,
};
