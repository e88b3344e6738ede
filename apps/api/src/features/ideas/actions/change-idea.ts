import type { Given, ideasRoutes, IdeaView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { everybodyConcerned, ideaEvent } from '../idea-event.ts';
import { ideaLifecycle } from '../idea.lifecycle.ts';
import { ideaPolicy } from '../idea.policy.ts';
import { readIdeaIn } from '../ideas.queries.ts';
import { lockIdea, saveWords, supportersOf } from '../ideas.store.ts';
import { expectSeen } from './lock-to-answer.ts';

type Input = Given<typeof ideasRoutes.changeIdea>;

/** Its author words an idea anew before it is answered. The gminas that want it too are told: it may be another one now. */
export const changeIdea = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { version, ...words } }: Input,
): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    const idea = found(await lockIdea(work, actor, params.id));
    allow(ideaPolicy.change(actor, idea));
    ideaLifecycle.move(idea.state, 'change');
    await expectSeen(work, actor, idea, version);
    await saveWords(work, idea.id, words);
    work.record({
      ...ideaEvent('idea.changed', actor, { ...idea, title: words.title }, {}),
      audiences: [
        ...(await everybodyConcerned(work, idea)),
        { organizations: await supportersOf(work, idea.id), offices: ['COORDINATOR'], reason: 'INFORMED' },
      ],
      detail: words,
    });
    return readIdeaIn(work, actor, idea.id);
  });
