import type { Given, ideasRoutes, IdeaView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { letFollow } from '../../initiatives/index.ts';
import { everybodyConcerned, ideaEvent } from '../idea-event.ts';
import { mergeIssues } from '../idea.rules.ts';
import { readIdeaIn } from '../ideas.queries.ts';
import { bringAlong, lockToMerge, peopleOf, saveAnswer } from '../ideas.store.ts';
import { expectAnswerable } from './lock-to-answer.ts';

type Input = Given<typeof ideasRoutes.mergeIdea>;

/**
 * Answers that an idea goes on in another one. One that went into a third goes on there: so whatever is merged points at where
 * it is now, and no circle can be made. Those who support and follow it come along.
 */
export const mergeIdea = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    const { reason, version } = body;
    const locked = await lockToMerge(work, actor, params.id, body.intoId);
    const idea = await expectAnswerable(work, actor, locked.idea, 'MERGED', version);
    refuse(mergeIssues(idea, locked.into));
    const into = found(locked.into);
    const organizationId = mainOffice(actor)?.organizationId ?? '';
    await saveAnswer(work, idea.id, {
      kind: 'MERGED',
      reason,
      intoId: into.id,
      personId: actor.personId,
      organizationId,
    });
    await bringAlong(work, idea, into);
    if (into.initiativeId !== null) await letFollow(work, into.initiativeId, await peopleOf(work, idea.id));
    work.record({
      ...ideaEvent('idea.merged', actor, idea, { reason, into: into.title }),
      audiences: await everybodyConcerned(work, idea),
    });
    return readIdeaIn(work, actor, idea.id);
  });
