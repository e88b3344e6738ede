import type { Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { deleteSecondFactor, lockSecondFactor } from '../second-factor.store.ts';
import { renewToken } from '../session.store.ts';
import { expectProof } from './prove-session.ts';

/** Turns the second factor off, for good or to set another up. Gives the session's new token. */
export const removeSecondFactor = (unit: UnitOfWork, actor: Actor): Promise<string> =>
  unit.run(actor, async (work) => {
    const { personId } = actor;
    const sessionId = await expectProof(work, actor);
    if (!(await lockSecondFactor(work, personId))?.since) throw new Problem('wrong-state', { state: 'OFF' });
    await deleteSecondFactor(work, personId);
    work.record({ kind: 'person.second-factor-removed', facts: {}, actingFor: null });
    work.enqueue({ name: 'mail-notice', payload: { personId, notice: 'SECOND_FACTOR_REMOVED' } });
    return renewToken(work, sessionId);
  });
