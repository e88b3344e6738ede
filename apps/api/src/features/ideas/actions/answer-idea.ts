import type { Given, ideasRoutes, IdeaView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { everybodyConcerned, ideaEvent } from '../idea-event.ts';
import { revisitIssues } from '../idea.rules.ts';
import { readIdeaIn } from '../ideas.queries.ts';
import { saveAnswer } from '../ideas.store.ts';
import { lockToAnswer } from './lock-to-answer.ts';

type To<Name extends 'declineIdea' | 'putIdeaOff'> = Given<(typeof ideasRoutes)[Name]>;

/** Answers that nothing comes of an idea. */
export const declineIdea = (unit: UnitOfWork, actor: Actor, { params, body }: To<'declineIdea'>): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    const idea = await lockToAnswer(work, actor, params.id, 'DECLINED', body.version);
    const { reason } = body;
    const organizationId = mainOffice(actor)?.organizationId ?? '';
    await saveAnswer(work, idea.id, { kind: 'DECLINED', reason, personId: actor.personId, organizationId });
    work.record({
      ...ideaEvent('idea.declined', actor, idea, { reason }),
      audiences: await everybodyConcerned(work, idea),
    });
    return readIdeaIn(work, actor, idea.id);
  });

/** Answers that an idea is taken up later; on its day it waits anew. */
export const putIdeaOff = (unit: UnitOfWork, actor: Actor, { params, body }: To<'putIdeaOff'>): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    const idea = await lockToAnswer(work, actor, params.id, 'LATER', body.version);
    const { reason, revisitOn } = body;
    refuse(revisitIssues(revisitOn, await today(work)));
    const organizationId = mainOffice(actor)?.organizationId ?? '';
    await saveAnswer(work, idea.id, { kind: 'LATER', reason, revisitOn, personId: actor.personId, organizationId });
    work.record({
      ...ideaEvent('idea.put-off', actor, idea, { reason, until: revisitOn }),
      audiences: await everybodyConcerned(work, idea),
    });
    return readIdeaIn(work, actor, idea.id);
  });
