import type { IdeaAudience } from '@blizej/contracts';
import { gminasOf, isInsider, isSecretariat, type Actor } from '../../kernel/actor.ts';
import type { Scope } from '../../kernel/policy.ts';

export interface IdeaFacts {
  readonly organizationId: string;
  readonly authorId: string;
  readonly audience: IdeaAudience;
}

export const ideaPolicy = {
  /** An idea that is kept to its gmina is seen there and by the secretariat; of the others every member's person sees all. */
  visible: (actor: Actor): Scope & { readonly shared: boolean } => ({
    everything: isSecretariat(actor),
    shared: isInsider(actor),
    organizationIds: gminasOf(actor),
  }),
  /** Anyone who works for a gmina: an idea binds nobody. */
  submit: (actor: Actor): boolean => gminasOf(actor).length > 0,
  /** Another gmina says "we too". */
  support: (actor: Actor, idea: Pick<IdeaFacts, 'organizationId'>): boolean =>
    gminasOf(actor).length > 0 && !gminasOf(actor).includes(idea.organizationId),
  change: (actor: Actor, idea: Pick<IdeaFacts, 'authorId'>): boolean => actor.personId === idea.authorId,
  withdraw: (actor: Actor, idea: Pick<IdeaFacts, 'authorId'>): boolean => actor.personId === idea.authorId,
  answer: (actor: Actor): boolean => isSecretariat(actor),
};
