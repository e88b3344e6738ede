import type { Given, PositionView, positionsRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { clock, dayOf } from '../../ballots/index.ts';
import { positionEvent } from '../position-event.ts';
import { momentIssues } from '../position.rules.ts';
import { readPositionIn } from '../positions.queries.ts';
import { unityOf } from '../discussion.store.ts';
import { saveConsultation } from '../positions.store.ts';
import { lockToKeep } from './lock-position.ts';

/** Opens the consultation, or puts off its end; all member gminas are asked. */
export const openConsultation = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { until, version } }: Given<typeof positionsRoutes.openConsultation>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'keep', move: 'consult', version });
    refuse(momentIssues(until, position.consultationUntil, await clock(work)));
    const moment = new Date(until);
    await saveConsultation(work, position.id, moment);
    work.record({
      ...positionEvent('position.consultation-opened', actor, position, { until: await dayOf(work, moment) }),
      organizationIds: (await unityOf(work, position.id)).memberIds,
    });
    return readPositionIn(work, actor, position.id);
  });
