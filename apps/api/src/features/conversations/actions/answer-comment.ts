import type { CommentView, ReactionKind } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { conversationLifecycle } from '../conversation.lifecycle.ts';
import { conversationPolicy } from '../conversation.policy.ts';
import { readCommentIn } from '../conversations.queries.ts';
import { lockComment, saveReaction, saveReceipt, type LockedComment } from '../conversations.store.ts';

/** A comment that can be answered by a click. */
const lockToAnswer = async (work: Work, actor: Actor, id: string): Promise<LockedComment> => {
  const comment = found(await lockComment(work, actor, id));
  allow(conversationPolicy.write(actor, comment));
  conversationLifecycle.expectOpen(comment);
  if (comment.body === null) throw new Problem('wrong-state');
  return comment;
};

/** Thanks for a comment, agrees or has seen it, or takes that back; twice is once. Too small for an event. */
export const react = (
  unit: UnitOfWork,
  actor: Actor,
  id: string,
  kind: ReactionKind,
  stands: boolean,
): Promise<CommentView> =>
  unit.run(actor, async (work) => {
    const comment = await lockToAnswer(work, actor, id);
    await saveReaction(work, { commentId: comment.id, personId: actor.personId, kind }, stands);
    return readCommentIn(work, actor, comment.id);
  });

/** Says that one has read an announcement; twice is once. */
export const markRead = (unit: UnitOfWork, actor: Actor, id: string): Promise<CommentView> =>
  unit.run(actor, async (work) => {
    const comment = await lockToAnswer(work, actor, id);
    if (comment.kind !== 'ANNOUNCEMENT') throw new Problem('wrong-state');
    await saveReceipt(work, comment.id, actor.personId);
    return readCommentIn(work, actor, comment.id);
  });
