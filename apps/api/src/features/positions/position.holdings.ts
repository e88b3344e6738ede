import type { HoldingsOf } from '../../kernel/holdings.ts';
import { positionEvent } from './position-event.ts';
import { isCandidate, lockHeldPositions, saveRapporteur } from './rapporteur.store.ts';

/** The positions that a person keeps through an office. Who may not be rapporteur gets none: the secretariat is told. */
export const positionHoldings: HoldingsOf = {
  kind: 'position',
  async list(work, holder) {
    const held = await lockHeldPositions(work, holder);
    return held.map(({ id, titlePl, titleEn }) => ({
      kind: 'position',
      id,
      title: '',
      within: { pl: titlePl, en: titleEn },
      dueOn: null,
    }));
  },
  async move(work, actor, holder, ids, toPersonId) {
    const held = (await lockHeldPositions(work, holder)).filter(({ id }) => ids.includes(id));
    for (const position of held) {
      const takes = toPersonId !== null && (await isCandidate(work, position.proposedById, toPersonId));
      await saveRapporteur(work, position.id, takes ? toPersonId : null);
      work.record(
        takes
          ? positionEvent(
              'position.rapporteur-named',
              actor,
              { ...position, rapporteurId: toPersonId },
              { person: toPersonId },
            )
          : {
              ...positionEvent('position.rapporteur-left', actor, { ...position, rapporteurId: null }, {}),
              organizationIds: [position.proposedById],
            },
      );
    }
  },
};
