import type { WhenLeft } from '../../kernel/leaving.ts';
import { everybodyConcerned, initiativeEvent } from './initiative-event.ts';
import { livePartsOf } from './initiatives.store.ts';

/** A gmina has left the association: its parts are kept, and those with whom it has taken part are told. */
export const tellOfLeaving: WhenLeft = async (work, actor, gmina) => {
  for (const initiative of await livePartsOf(work, gmina.id)) {
    work.record({
      ...initiativeEvent('initiative.member-left', actor, initiative, { organization: gmina.name }),
      organizationId: gmina.id,
      audiences: await everybodyConcerned(work, initiative.id),
    });
  }
};
