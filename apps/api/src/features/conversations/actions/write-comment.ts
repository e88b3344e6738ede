import { mentionsIn, type CommentView, type conversationsRoutes, type Given } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { audiencesOf, strangerAt } from '../audience.rules.ts';
import { commentEvent } from '../comment-event.ts';
import { conversationLifecycle } from '../conversation.lifecycle.ts';
import { conversationPolicy } from '../conversation.policy.ts';
import { readCommentIn } from '../conversations.queries.ts';
import { earlierAuthors, insertComment, lockPlace, readerOf, unreachable } from '../conversations.store.ts';

type Input = Given<typeof conversationsRoutes.writeComment>;

/** Says something by a network, a task or an initiative. Whom it mentions has to see it: nobody is told of what is not theirs to see. */
export const writeComment = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<CommentView> =>
  unit.run(actor, async (work) => {
    const place = found(await lockPlace(work, actor, params.place, params.id));
    allow(
      body.kind === 'ANNOUNCEMENT' ? conversationPolicy.announce(actor, place) : conversationPolicy.write(actor, place),
    );
    conversationLifecycle.expectOpen(place);
    const reader = readerOf(work);
    const mentions = mentionsIn(body.body);
    refuse((await unreachable(reader, place, mentions)).map(() => bodyIssue('/body', strangerAt(place))));
    const { kind } = body;
    const audiences = audiencesOf({
      kind,
      networkId: place.networkId,
      concernedIds: place.concernedIds,
      mentions,
      earlierAuthors: await earlierAuthors(reader, place),
    });
    const id = await insertComment(work, {
      kind,
      place,
      authorId: actor.personId,
      actingForId: mainOffice(actor)?.organizationId ?? null,
      body: body.body,
    });
    work.record(
      commentEvent(kind === 'ANNOUNCEMENT' ? 'announced' : 'written', place, actor, { comment: id, audiences }),
    );
    return readCommentIn(work, actor, id);
  });
