import { mentionsIn, type CommentView, type conversationsRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { audiencesOf, strangerAt } from '../audience.rules.ts';
import { commentEvent } from '../comment-event.ts';
import { conversationLifecycle } from '../conversation.lifecycle.ts';
import { conversationPolicy } from '../conversation.policy.ts';
import { readCommentIn } from '../conversations.queries.ts';
import { emptyComment, lockComment, readerOf, saveBody, unreachable } from '../conversations.store.ts';

/** Says it in other words; how it read before is kept. Told is whom it mentions only now. */
export const editComment = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof conversationsRoutes.editComment>,
): Promise<CommentView> =>
  unit.run(actor, async (work) => {
    const comment = found(await lockComment(work, actor, params.id));
    allow(conversationPolicy.edit(actor, { place: comment, kind: comment.kind, authorId: comment.authorId }));
    conversationLifecycle.expectOpen(comment);
    if (comment.body === null) throw new Problem('wrong-state');
    const current = await readCommentIn(work, actor, comment.id);
    expectVersion(body.version, comment.version, () => current);
    const former = mentionsIn(comment.body);
    const mentions = mentionsIn(body.body).filter(
      (one) => !former.some((other) => other.kind === one.kind && other.id === one.id),
    );
    refuse((await unreachable(readerOf(work), comment, mentions)).map(() => bodyIssue('/body', strangerAt(comment))));
    await saveBody(work, comment, body.body);
    const { networkId, concernedIds } = comment;
    const said = { kind: 'COMMENT', networkId, concernedIds, mentions, earlierAuthors: [] } as const;
    work.record(commentEvent('changed', comment, actor, { comment: comment.id, audiences: audiencesOf(said) }));
    return readCommentIn(work, actor, comment.id);
  });

/** Takes back what was said: the words are gone for all, and how they read before; that something was said stays. */
export const removeComment = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof conversationsRoutes.removeComment>,
): Promise<CommentView> =>
  unit.run(actor, async (work) => {
    const comment = found(await lockComment(work, actor, params.id));
    allow(conversationPolicy.remove(actor, { place: comment, kind: comment.kind, authorId: comment.authorId }));
    conversationLifecycle.expectOpen(comment);
    if (comment.body === null) throw new Problem('wrong-state');
    const current = await readCommentIn(work, actor, comment.id);
    expectVersion(body.version, comment.version, () => current);
    await emptyComment(work, comment);
    work.record(commentEvent('removed', comment, actor, { comment: comment.id }));
    return readCommentIn(work, actor, comment.id);
  });
