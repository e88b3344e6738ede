import type { SessionProof } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import type { Browser } from '../browser.rules.ts';
import { keepDevice } from '../device.store.ts';
import { holdPassword } from '../people.store.ts';
import { insertSession, revokeToken } from '../session.store.ts';
import { expectCode, type GivenCode } from './take-code.ts';

/**
 * Opens a session for a person who has proved by a password who they are, and by a code where they have a second factor;
 * gives its token for the cookie.
 * @param passwordHash to what the password fitted
 */
export const signIn = (
  unit: UnitOfWork,
  actor: Actor,
  browser?: Browser,
  given?: GivenCode,
  passwordHash?: string,
): Promise<string> =>
  unit.run(actor, async (work) => {
    // Comparing took its time: a password that was changed meanwhile opens nothing, nor does a blocked account.
    if (passwordHash !== undefined && !(await holdPassword(work, actor.personId, passwordHash))) {
      throw new Problem('wrong-credentials');
    }
    await expectCode(work, actor.personId, given);
    return openSession(work, actor.personId, 'PASSWORD', browser);
  });

/**
 * Opens a session, however the person proved who they are: always with a new token. The session that the browser held
 * before, anybody's, ends: its token is about to be overwritten. A browser that is new beside others is told of by a letter.
 */
export async function openSession(
  work: Work,
  personId: string,
  proof: SessionProof,
  browser?: Browser,
): Promise<string> {
  if (browser?.formerToken !== undefined) await revokeToken(work, browser.formerToken);
  const { id, token } = await insertSession(work, { personId, proof, client: browser?.client ?? null });
  if (browser && (await keepDevice(work, personId, browser.deviceToken))) {
    work.enqueue({ name: 'mail-new-device', payload: { sessionId: id } });
  }
  work.record({ kind: 'person.signed-in', facts: {}, actingFor: null, by: personId, detail: { proof } });
  return token;
}
