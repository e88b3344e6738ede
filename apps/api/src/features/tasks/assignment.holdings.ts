import type { HoldingsOf } from '../../kernel/holdings.ts';
import { mainOffice } from '../../kernel/actor.ts';
import { assignmentEvent } from './assignment-event.ts';
import { lockHeldAssignments, saveKeeper } from './tasks.store.ts';

/** The answers that a person keeps for a gmina and that are not accepted yet. */
export const assignmentHoldings: HoldingsOf = {
  kind: 'assignment',
  async list(work, holder) {
    const held = await lockHeldAssignments(work, holder);
    return held.map(({ id, title, dueOn, networkNamePl, networkNameEn }) => ({
      kind: 'assignment',
      id,
      title,
      within: { pl: networkNamePl, en: networkNameEn },
      dueOn,
    }));
  },
  async move(work, actor, holder, ids, toPersonId) {
    const held = await lockHeldAssignments(work, holder);
    await saveKeeper(work, ids, toPersonId);
    for (const assignment of held.filter(({ id }) => ids.includes(id))) {
      const event = assignmentEvent('assignment.handed-over', assignment, mainOffice(actor)?.organizationId);
      work.record({ ...event, personId: toPersonId });
    }
  },
};
