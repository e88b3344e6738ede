import type { EventKind, Given, InitiativeStage, InitiativeView, initiativesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { everybodyConcerned, everybodyUpstream, initiativeEvent } from '../initiative-event.ts';
import { initiativeLifecycle } from '../initiative.lifecycle.ts';
import { obstacleTo } from '../initiative.rules.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import { saveMove, touch } from '../initiatives.store.ts';
import { lockToChange } from './lock-to-change.ts';

/** What each stage is told as. */
const told = {
  PREPARATION: 'initiative.prepared',
  APPLIED: 'initiative.applied',
  FUNDED: 'initiative.funded',
  RUNNING: 'initiative.started',
  COMPLETED: 'initiative.completed',
  ABANDONED: 'initiative.abandoned',
} as const satisfies Record<Exclude<InitiativeStage, 'IDEA'>, EventKind>;

/** Moves an initiative to its next stage, or abandons it: with who, when and why. All who are concerned are told. */
export const moveInitiative = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { stage, reason, version } }: Given<typeof initiativesRoutes.moveInitiative>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const initiative = await lockToChange(work, actor, params.id, version);
    if (stage === 'IDEA') throw new Problem('wrong-state', { state: initiative.stage });
    initiativeLifecycle.move(initiative.stage, stage);
    const obstacle = obstacleTo(stage, initiative);
    if (obstacle !== undefined) throw new Problem(obstacle);
    const organizationId = mainOffice(actor)?.organizationId ?? '';
    // Before the move: what has ended is changed no more.
    await touch(work, initiative.id);
    await saveMove(work, initiative.id, { stage, reason, personId: actor.personId, organizationId });
    work.record({
      ...initiativeEvent(told[stage], actor, initiative, { reason }),
      audiences:
        stage === 'COMPLETED'
          ? await everybodyUpstream(work, initiative)
          : await everybodyConcerned(work, initiative.id),
    });
    return readInitiativeIn(work, actor, initiative.id);
  });

/** Says that an initiative reaches further than before, or less far: with who, when and why. */
export const changeLevel = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { level, reason, version } }: Given<typeof initiativesRoutes.changeLevel>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const initiative = await lockToChange(work, actor, params.id, version);
    if (level === initiative.level) return readInitiativeIn(work, actor, initiative.id);
    const organizationId = mainOffice(actor)?.organizationId ?? '';
    await saveMove(work, initiative.id, { level, reason, personId: actor.personId, organizationId });
    await touch(work, initiative.id);
    work.record({
      ...initiativeEvent('initiative.level-changed', actor, initiative, { reason }),
      audiences: await everybodyConcerned(work, initiative.id),
      detail: { level, former: initiative.level },
    });
    return readInitiativeIn(work, actor, initiative.id);
  });
