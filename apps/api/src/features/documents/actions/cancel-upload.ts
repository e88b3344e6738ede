import type { documentsRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { lockUpload, saveGivenUp } from '../documents.store.ts';

type Input = Given<typeof documentsRoutes.cancelUpload>;

/** Gives an upload up. What it became, where it was finished already, stays. */
export const cancelUpload = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<void> =>
  unit.run(actor, async (work) => {
    const { id } = found(await lockUpload(work, actor, params.id));
    await saveGivenUp(work, id);
  });
