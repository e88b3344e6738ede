import type { Given, ideasRoutes, IdeaView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { letFollow, proposeWithin } from '../../initiatives/index.ts';
import { createTaskWithin } from '../../tasks/index.ts';
import { everybodyConcerned, ideaEvent } from '../idea-event.ts';
import { readIdeaIn } from '../ideas.queries.ts';
import { peopleOf, saveAnswer } from '../ideas.store.ts';
import { lockToAnswer } from './lock-to-answer.ts';

type To<Name extends 'makeInitiativeOfIdea' | 'makeTaskOfIdea'> = Given<(typeof ideasRoutes)[Name]>;

/** Accepts an idea as an initiative, proposed by the ordinary deed. The idea's people follow it: its results reach them. */
export const makeInitiativeOfIdea = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { proposer, reason, version, ...proposal } }: To<'makeInitiativeOfIdea'>,
): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    const idea = await lockToAnswer(work, actor, params.id, 'INITIATIVE', version);
    const organizationId = mainOffice(actor)?.organizationId ?? '';
    const initiativeId = await proposeWithin(
      work,
      actor,
      proposal,
      proposer === 'GMINA' ? idea.organizationId : organizationId,
    );
    await letFollow(work, initiativeId, await peopleOf(work, idea.id));
    await saveAnswer(work, idea.id, {
      kind: 'INITIATIVE',
      reason,
      initiativeId,
      personId: actor.personId,
      organizationId,
    });
    work.record({
      ...ideaEvent('idea.became-initiative', actor, idea, { reason }),
      audiences: await everybodyConcerned(work, idea),
    });
    return readIdeaIn(work, actor, idea.id);
  });

/** Accepts an idea as a task of a network, written by the ordinary deed. */
export const makeTaskOfIdea = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { reason, version, ...task } }: To<'makeTaskOfIdea'>,
): Promise<IdeaView> =>
  unit.run(actor, async (work) => {
    const idea = await lockToAnswer(work, actor, params.id, 'TASK', version);
    const taskId = await createTaskWithin(work, actor, task);
    const organizationId = mainOffice(actor)?.organizationId ?? '';
    await saveAnswer(work, idea.id, { kind: 'TASK', reason, taskId, personId: actor.personId, organizationId });
    work.record({
      ...ideaEvent('idea.became-task', actor, idea, { reason }),
      audiences: await everybodyConcerned(work, idea),
    });
    return readIdeaIn(work, actor, idea.id);
  });
