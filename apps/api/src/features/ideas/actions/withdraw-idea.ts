import type { Given, ideasRoutes, IdeaView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { everybodyConcerned, ideaEvent } from '../idea-event.ts';
import { ideaLifecycle } from '../idea.lifecycle.ts';
import { ideaPolicy } from '../idea.policy.ts';
import { readIdeaIn } from '../ideas.queries.ts';
import { lockIdea, saveWithdrawal } from '../ideas.store.ts';
import { expectSeen } from './lock-to-answer.ts';

type Input = Given<typeof ideasRoutes.withdrawIdea>;

/** Its author takes an idea back before it is answered. */
export const withdrawIdea = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    const idea = found(await lockIdea(work, actor, params.id));
    allow(ideaPolicy.withdraw(actor, idea));
    ideaLifecycle.move(idea.state, 'withdraw');
    await expectSeen(work, actor, idea, body.version);
    await saveWithdrawal(work, idea.id);
    work.record({
      ...ideaEvent('idea.withdrawn', actor, idea, {}),
      audiences: await everybodyConcerned(work, idea),
    });
    return readIdeaIn(work, actor, idea.id);
  });
