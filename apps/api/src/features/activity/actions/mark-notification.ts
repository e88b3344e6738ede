import type { Actor } from '../../../kernel/actor.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { markNotification as mark } from '../activity.store.ts';

/** Marks one of the actor's own notifications as read or unread. Nothing to record: it matters to nobody else. */
export const markNotification = (unit: UnitOfWork, actor: Actor, id: string, read: boolean): Promise<string> =>
  unit.run(actor, async (work) => found(await mark(work, actor.personId, id, read)));
