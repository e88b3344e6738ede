import type { Given, InitiativeView, initiativesRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { everybodyUpstream, initiativeEvent } from '../initiative-event.ts';
import { reachedIssues } from '../initiative.rules.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import { reachedMilestones, saveMilestones, saveRisks, touch } from '../initiatives.store.ts';
import { lockToChange } from './lock-to-change.ts';

/** Writes the milestones. Those that are reached only now are told to all who are concerned. */
export const planMilestones = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { milestones, version } }: Given<typeof initiativesRoutes.planMilestones>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const initiative = await lockToChange(work, actor, params.id, version);
    refuse(reachedIssues(milestones, await today(work)));
    const before = await reachedMilestones(work, initiative.id);
    await saveMilestones(work, initiative.id, milestones);
    await touch(work, initiative.id);
    work.record({ ...initiativeEvent('initiative.planned', actor, initiative, {}), detail: { milestones } });
    const audiences = await everybodyUpstream(work, initiative);
    for (const { id, titlePl, titleEn, reachedOn } of milestones) {
      if (reachedOn === undefined || (id !== undefined && before.has(id))) continue;
      work.record({
        ...initiativeEvent('initiative.milestone-reached', actor, initiative, {
          milestone: { pl: titlePl, en: titleEn ?? null },
        }),
        audiences,
      });
    }
    return readInitiativeIn(work, actor, initiative.id);
  });

/** Writes the risks. */
export const assessRisks = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { risks, version } }: Given<typeof initiativesRoutes.assessRisks>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const initiative = await lockToChange(work, actor, params.id, version);
    await saveRisks(work, initiative.id, risks);
    await touch(work, initiative.id);
    work.record({ ...initiativeEvent('initiative.risks-assessed', actor, initiative, {}), detail: { risks } });
    return readInitiativeIn(work, actor, initiative.id);
  });
