import type { Given, InitiativeView, initiativesRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { readInitiativeIn } from '../initiatives.queries.ts';
import { lockInitiative, saveFollowing } from '../initiatives.store.ts';

/** Follows an initiative, or no more. One's own affair: nobody is told, and nothing of it is kept but that. */
export const followInitiative = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof initiativesRoutes.followInitiative>,
): Promise<InitiativeView> =>
  unit.run(actor, async (work) => {
    const { id } = found(await lockInitiative(work, actor, params.id));
    await saveFollowing(work, id, actor.personId, body.following);
    return readInitiativeIn(work, actor, id);
  });
