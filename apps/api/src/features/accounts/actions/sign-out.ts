import type { Actor } from '../../../kernel/actor.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { revokeSession } from '../session.store.ts';

/** Ends the session in which the actor signs out. */
export const signOut = (unit: UnitOfWork, actor: Actor, sessionId: string): Promise<void> =>
  unit.run(actor, async (work) => {
    await revokeSession(work, sessionId);
    work.record({ kind: 'person.signed-out', facts: {}, actingFor: null });
  });
