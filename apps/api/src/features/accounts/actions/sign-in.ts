import type { UnitOfWork } from '../../../kernel/work.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { insertSession, revokeToken } from '../session.store.ts';

/**
 * Opens a session for a person who has proved who they are; gives its token for the cookie. The session that the browser
 * held before, anybody's, ends: its token is about to be overwritten.
 */
export const signIn = (unit: UnitOfWork, actor: Actor, formerToken?: string): Promise<string> =>
  unit.run(actor, async (work) => {
    if (formerToken) await revokeToken(work, formerToken);
    const token = await insertSession(work, actor.personId, 'PASSWORD');
    work.record({ kind: 'person.signed-in', facts: {}, actingFor: null });
    return token;
  });
