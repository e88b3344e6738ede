import type { UnitOfWork } from '../../../kernel/work.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { insertSession } from '../session.store.ts';

/** Opens a session for a person who has proved who they are; gives its token for the cookie. */
export const signIn = (unit: UnitOfWork, actor: Actor): Promise<string> =>
  unit.run(actor, async (work) => {
    const token = await insertSession(work, actor.personId);
    work.record({ kind: 'person.signed-in', facts: {}, actingFor: null });
    return token;
  });
