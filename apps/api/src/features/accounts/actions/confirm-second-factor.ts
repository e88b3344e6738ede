import type { Given, securityRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import type { SecretBox } from '../../../platform/secrets/secret-box.ts';
import { lockSecondFactor, replaceRecoveryCodes, turnSecondFactorOn } from '../second-factor.store.ts';
import { hashRecoveryCode, newRecoveryCodes } from '../second-factor.ts';
import { renewToken, revokeSessions } from '../session.store.ts';
import { expectProof } from './prove-session.ts';
import { takeTotpCode } from './take-code.ts';

type Input = Given<typeof securityRoutes.confirmSecondFactor>;

/**
 * Turns the second factor on with a code of its key. All other sessions end: they were opened without it. Gives the recovery
 * codes, which are never shown again, and this session's new token.
 */
export const confirmSecondFactor = (
  unit: UnitOfWork,
  box: SecretBox,
  actor: Actor,
  { body }: Input,
): Promise<{ codes: string[]; token: string }> =>
  unit.run(actor, async (work) => {
    const { personId } = actor;
    const sessionId = await expectProof(work, actor);
    const factor = await lockSecondFactor(work, personId);
    if (!factor?.key) throw new Problem('wrong-state', { state: 'OFF' });
    if (factor.since) throw new Problem('wrong-state', { state: 'ON' });
    await takeTotpCode(work, personId, factor, { box, code: body.code });
    await turnSecondFactorOn(work, personId);
    const codes = newRecoveryCodes();
    await replaceRecoveryCodes(work, personId, codes.map(hashRecoveryCode));
    await revokeSessions(work, personId, { but: sessionId });
    work.record({ kind: 'person.second-factor-set', facts: {}, actingFor: null });
    work.enqueue({ name: 'mail-notice', payload: { personId, notice: 'SECOND_FACTOR_SET' } });
    return { codes, token: await renewToken(work, sessionId) };
  });
