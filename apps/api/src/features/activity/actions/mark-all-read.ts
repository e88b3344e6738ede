import type { Actor } from '../../../kernel/actor.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { markReadUpTo } from '../activity.store.ts';

/** Marks the actor's notifications as read up to the newest that the actor has seen; later ones stay unread. */
export const markAllRead = (unit: UnitOfWork, actor: Actor, upTo: string): Promise<void> =>
  unit.run(actor, (work) => markReadUpTo(work, actor.personId, upTo));
