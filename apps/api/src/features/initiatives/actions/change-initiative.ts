import type { Given, InitiativeView, initiativesRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { initiativeEvent } from '../initiative-event.ts';
import { englishIssues, termIssues } from '../initiative.rules.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import { readCard, saveDescription, touch } from '../initiatives.store.ts';
import { lockToChange } from './lock-to-change.ts';

type Input = Given<typeof initiativesRoutes.changeInitiative>;

/** Changes what an initiative says of itself. */
export const changeInitiative = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const { id } = await lockToChange(work, actor, params.id, body.version);
    const { published } = await readCard(work, id);
    refuse([...termIssues(body), ...englishIssues(body, published)]);
    await saveDescription(work, id, body);
    await touch(work, id);
    const title = { pl: body.titlePl, en: body.titleEn ?? null };
    work.record({ ...initiativeEvent('initiative.changed', actor, { id, title }, {}), detail: { ...body } });
    return readInitiativeIn(work, actor, id);
  });
