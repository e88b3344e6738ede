import type { Given, ideasRoutes, IdeaView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { ideaEvent } from '../idea-event.ts';
import { goesOn } from '../idea.lifecycle.ts';
import { ideaPolicy } from '../idea.policy.ts';
import { readIdeaIn } from '../ideas.queries.ts';
import { deleteSupport, insertSupport, lockIdea, memberGmina } from '../ideas.store.ts';

type Input = Given<typeof ideasRoutes.supportIdea>;

/** Says for the actor's gmina "we too", or takes it back. Once a gmina, whoever of it says so. */
export const supportIdea = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    const idea = found(await lockIdea(work, actor, params.id));
    allow(ideaPolicy.support(actor, idea));
    const organizationId = mainOffice(actor)?.organizationId ?? '';
    const organization = await memberGmina(work, organizationId);
    allow(organization !== undefined);
    if (!goesOn(idea.state)) throw new Problem('wrong-state', { state: idea.state });
    const changed = body.supported
      ? await insertSupport(work, { ideaId: idea.id, organizationId, personId: actor.personId })
      : await deleteSupport(work, idea.id, organizationId);
    if (changed) {
      const kind = body.supported ? 'idea.supported' : 'idea.unsupported';
      work.record({
        ...ideaEvent(kind, actor, idea, { organization: organization ?? '' }),
        personId: idea.authorId,
      });
    }
    return readIdeaIn(work, actor, idea.id);
  });
