import type { Given, securityRoutes } from '@blizej/contracts';
import { bodyIssue, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import type { Browser } from '../browser.rules.ts';
import { lockHeldLink, voidPersonLinks } from '../login-link.store.ts';
import { hashPassword, isCommonPassword } from '../passwords.ts';
import { keepPassword } from '../people.store.ts';
import { lockSecondFactor } from '../second-factor.store.ts';
import { revokeSessions } from '../session.store.ts';
import { openSession } from './sign-in.ts';

type Input = Given<typeof securityRoutes.resetPassword>;

/**
 * Gives the account of a link's holder a new password; every session and every other link ends with the old one. Gives the
 * token of a new session, or null where there is a second factor: then one signs in as ever.
 */
export async function resetPassword(unit: UnitOfWork, { body }: Input, browser: Browser): Promise<string | null> {
  refuse(isCommonPassword(body.password) ? [bodyIssue('/password', 'common_password')] : []);
  // Hashing takes its time: not while rows are locked.
  const passwordHash = await hashPassword(body.password);
  return unit.run(null, async (work) => {
    const link = await lockHeldLink(work, body.token, 'RESET');
    if (!link) throw new Problem('link-void');
    const { personId } = link;
    await keepPassword(work, personId, passwordHash);
    await voidPersonLinks(work, personId);
    await revokeSessions(work, personId, { but: null });
    work.record({ kind: 'person.password-reset', facts: {}, actingFor: null, by: personId });
    work.enqueue({ name: 'mail-notice', payload: { personId, notice: 'PASSWORD_CHANGED' } });
    const factor = await lockSecondFactor(work, personId);
    return factor?.since ? null : openSession(work, personId, 'LINK', browser);
  });
}
