import type { Given, securityRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { voidPersonLinks } from '../login-link.store.ts';
import { hashPassword, isCommonPassword } from '../passwords.ts';
import { keepPassword } from '../people.store.ts';
import { renewToken, revokeSessions } from '../session.store.ts';
import { expectProof } from './prove-session.ts';

type Input = Given<typeof securityRoutes.changePassword>;

/** Changes the actor's own password; every other session and every link ends with the old one. Gives this session's new token. */
export async function changePassword(unit: UnitOfWork, actor: Actor, { body }: Input): Promise<string> {
  refuse(isCommonPassword(body.password) ? [bodyIssue('/password', 'common_password')] : []);
  const passwordHash = await hashPassword(body.password);
  const { personId } = actor;
  return unit.run(actor, async (work) => {
    const sessionId = await expectProof(work, actor);
    await keepPassword(work, personId, passwordHash);
    await voidPersonLinks(work, personId);
    await revokeSessions(work, personId, { but: sessionId });
    work.record({ kind: 'person.password-changed', facts: {}, actingFor: null });
    work.enqueue({ name: 'mail-notice', payload: { personId, notice: 'PASSWORD_CHANGED' } });
    return renewToken(work, sessionId);
  });
}
