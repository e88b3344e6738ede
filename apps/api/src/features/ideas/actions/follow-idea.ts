import type { Given, ideasRoutes, IdeaView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { readIdeaIn } from '../ideas.queries.ts';
import { lockIdea, saveFollowing } from '../ideas.store.ts';

/** Follows an idea, or no more. One's own affair: nobody is told, and nothing of it is kept but that. */
export const followIdea = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof ideasRoutes.followIdea>,
): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    const { id } = found(await lockIdea(work, actor, params.id));
    await saveFollowing(work, id, actor.personId, body.following);
    return readIdeaIn(work, actor, id);
  });
