import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { insertSession, revokeToken, type Proof } from '../session.store.ts';

/** Opens a session for a person who has proved by a password who they are; gives its token for the cookie. */
export const signIn = (unit: UnitOfWork, actor: Actor, formerToken?: string): Promise<string> =>
  unit.run(actor, (work) => openSession(work, actor.personId, 'PASSWORD', formerToken));

/**
 * Opens a session, however the person proved who they are: always with a new token. The session that the browser held
 * before, anybody's, ends: its token is about to be overwritten.
 */
export async function openSession(work: Work, personId: string, proof: Proof, formerToken?: string): Promise<string> {
  if (formerToken) await revokeToken(work, formerToken);
  const token = await insertSession(work, personId, proof);
  work.record({ kind: 'person.signed-in', facts: {}, actingFor: null, by: personId });
  return token;
}
