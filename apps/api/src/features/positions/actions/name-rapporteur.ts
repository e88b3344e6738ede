import type { Given, PositionView, positionsRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { positionEvent } from '../position-event.ts';
import { readPositionIn } from '../positions.queries.ts';
import { isCandidate, saveRapporteur } from '../rapporteur.store.ts';
import { lockToKeep } from './lock-position.ts';

/** Names who keeps the position from now on. Who keeps it already goes on, and nobody is told. */
export const nameRapporteur = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { personId, version } }: Given<typeof positionsRoutes.nameRapporteur>,
): Promise<PositionView> =>
  unit.run(actor, async (work) => {
    const position = await lockToKeep(work, actor, params.id, { may: 'entrust', move: 'entrust', version });
    const fits = await isCandidate(work, position.proposedById, personId);
    refuse(fits ? [] : [bodyIssue('/personId', 'unknown_person')]);
    if (personId === position.rapporteurId) return readPositionIn(work, actor, position.id);
    await saveRapporteur(work, position.id, personId);
    const named = { ...position, rapporteurId: personId };
    work.record(positionEvent('position.rapporteur-named', actor, named, { person: personId }));
    return readPositionIn(work, actor, position.id);
  });
