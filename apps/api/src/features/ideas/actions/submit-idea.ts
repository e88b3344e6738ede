import type { Given, ideasRoutes, IdeaView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { everybodyConcerned, ideaEvent } from '../idea-event.ts';
import { ideaPolicy } from '../idea.policy.ts';
import { readIdeaIn } from '../ideas.queries.ts';
import { insertIdea, memberGmina, saveFollowing } from '../ideas.store.ts';

type Input = Given<typeof ideasRoutes.submitIdea>;

/** Hands in an idea for the gmina for which the actor works. Its author follows it; an answer is due in two weeks. */
export const submitIdea = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    allow(ideaPolicy.submit(actor));
    const organizationId = mainOffice(actor)?.organizationId ?? '';
    const organization = await memberGmina(work, organizationId);
    allow(organization !== undefined);
    const { id, dueOn } = await insertIdea(work, { ...body, organizationId, authorId: actor.personId });
    await saveFollowing(work, id, actor.personId, true);
    const idea = { id, title: body.title, organizationId };
    work.record({
      ...ideaEvent('idea.submitted', actor, idea, { organization: organization ?? '', dueOn }),
      audiences: await everybodyConcerned(work, idea),
      detail: { ...body },
    });
    return readIdeaIn(work, actor, id);
  });
