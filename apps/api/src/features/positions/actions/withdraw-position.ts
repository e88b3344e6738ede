import type { Given, PositionView, positionsRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { withdrawBallotFor } from '../../ballots/index.ts';
import { positionEvent } from '../position-event.ts';
import { readPositionIn } from '../positions.queries.ts';
import { unityOf } from '../discussion.store.ts';
import { saveWithdrawal } from '../positions.store.ts';
import { lockToKeep } from './lock-position.ts';

/** Withdraws a position before it is adopted, with the ballot that is open on it. Whoever knew of it is told why. */
export const withdrawPosition = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { reason, version } }: Given<typeof positionsRoutes.withdrawPosition>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'withdraw', move: 'withdraw', version });
    if (position.ballotId !== null) await withdrawBallotFor(work, actor, position.ballotId, reason);
    await saveWithdrawal(work, position.id, reason);
    work.record({
      ...positionEvent('position.withdrawn', actor, position, { reason }),
      organizationIds: position.announced ? (await unityOf(work, position.id)).memberIds : [],
    });
    return readPositionIn(work, actor, position.id);
  });
