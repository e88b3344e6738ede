import type { Given, InitiativeView, initiativesRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { everybodyConcerned, initiativeEvent } from '../initiative-event.ts';
import { initiativePolicy } from '../initiative.policy.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import { lockInitiative, readCard, saveCard } from '../initiatives.store.ts';

type Input = Given<typeof initiativesRoutes.publishCard>;

/** Publishes the public card, or withdraws it; also of what has ended: its results are worth showing. Twice is once. */
export const publishCard = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const initiative = found(await lockInitiative(work, actor, params.id));
    allow(initiativePolicy.publish(actor, initiative));
    const { published, english } = await readCard(work, initiative.id);
    if (published === body.published) return readInitiativeIn(work, actor, initiative.id);
    if (body.published && !english) throw new Problem('english-missing');
    await saveCard(work, initiative.id, actor.personId, body.published);
    const kind = body.published ? 'initiative.card-published' : 'initiative.card-withdrawn';
    work.record({
      ...initiativeEvent(kind, actor, initiative, {}),
      audiences: await everybodyConcerned(work, initiative.id),
    });
    return readInitiativeIn(work, actor, initiative.id);
  });
