import type { IdeaRef, IdeaSummary, IdeaView } from '@blizej/contracts';
import { gminasOf, type Actor } from '../../kernel/actor.ts';
import { goesOn, ideaLifecycle } from './idea.lifecycle.ts';
import { ideaPolicy } from './idea.policy.ts';

export interface SummaryRow extends Omit<IdeaSummary, 'submittedAt'> {
  submittedAt: Date;
}

export interface IdeaRow extends SummaryRow, Omit<IdeaView, keyof IdeaSummary | 'abilities' | 'merged'> {
  merged: IdeaRef[];
  /** The gminas of the actor that are members today. */
  own: string[];
}

export const presentSummary = (row: SummaryRow): IdeaSummary => ({
  ...row,
  submittedAt: row.submittedAt.toISOString(),
});

/** An idea with what the viewer may do: policy and life cycle together. */
export const presentIdea = ({ own, ...row }: IdeaRow, actor: Actor): IdeaView => {
  const { state, supporters } = row;
  const facts = { organizationId: row.organization.id, authorId: row.author.id };
  const supporting = supporters.some(({ organization }) => gminasOf(actor).includes(organization.id));
  const maySupport = goesOn(state) && own.length > 0 && ideaPolicy.support(actor, facts);
  return {
    ...row,
    ...presentSummary(row),
    abilities: {
      answer: ideaLifecycle.allows(state, 'DECLINED') && ideaPolicy.answer(actor),
      support: maySupport && !supporting,
      takeSupportBack: maySupport && supporting,
      change: ideaLifecycle.allows(state, 'change') && ideaPolicy.change(actor, facts),
      withdraw: ideaLifecycle.allows(state, 'withdraw') && ideaPolicy.withdraw(actor, facts),
    },
  };
};
