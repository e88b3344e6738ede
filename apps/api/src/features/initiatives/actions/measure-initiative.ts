import {
  indicatorsAtMost,
  measurementsAtMost,
  type Given,
  type InitiativeView,
  type initiativesRoutes,
} from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { everybodyUpstream, initiativeEvent } from '../initiative-event.ts';
import { measuredIssues } from '../initiative.rules.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import {
  countIndicators,
  deleteIndicator,
  findIndicator,
  insertIndicator,
  insertMeasurement,
  touch,
} from '../initiatives.store.ts';
import { lockToChange } from './lock-to-change.ts';

/** Adds an indicator: from where to where, in which unit. */
export const addIndicator = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof initiativesRoutes.addIndicator>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const { version, ...described } = body;
    const initiative = await lockToChange(work, actor, params.id, version);
    if ((await countIndicators(work, initiative.id)) >= indicatorsAtMost) throw new Problem('too-many');
    const nameEn = body.nameEn ?? null;
    await insertIndicator(work, { ...described, nameEn, initiativeId: initiative.id });
    await touch(work, initiative.id);
    const indicator = { pl: body.namePl, en: nameEn };
    work.record({
      ...initiativeEvent('initiative.indicator-added', actor, initiative, { indicator }),
      detail: described,
    });
    return readInitiativeIn(work, actor, initiative.id);
  });

/** Takes an indicator off that was never measured: what was measured is a result, and stays. */
export const removeIndicator = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof initiativesRoutes.removeIndicator>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const initiative = await lockToChange(work, actor, params.id);
    const indicator = found(await findIndicator(work, initiative.id, params.indicatorId));
    if (indicator.measured > 0) throw new Problem('indicator-measured');
    await deleteIndicator(work, indicator.id);
    await touch(work, initiative.id);
    work.record(initiativeEvent('initiative.indicator-removed', actor, initiative, { indicator: indicator.name }));
    return readInitiativeIn(work, actor, initiative.id);
  });

/** Records what an indicator has come to. All who are concerned are told of the result. */
export const measure = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof initiativesRoutes.measure>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const initiative = await lockToChange(work, actor, params.id);
    const indicator = found(await findIndicator(work, initiative.id, params.indicatorId));
    if (indicator.measured >= measurementsAtMost) throw new Problem('too-many');
    refuse(measuredIssues(body.measuredOn, await today(work)));
    await insertMeasurement(work, { ...body, indicatorId: indicator.id, personId: actor.personId });
    await touch(work, initiative.id);
    work.record({
      ...initiativeEvent('initiative.measured', actor, initiative, { indicator: indicator.name }),
      audiences: await everybodyUpstream(work, initiative),
      detail: { ...body },
    });
    return readInitiativeIn(work, actor, initiative.id);
  });
