import type { Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { hashRecoveryCode, newRecoveryCodes } from '../second-factor.ts';
import { lockSecondFactor, replaceRecoveryCodes } from '../second-factor.store.ts';
import { expectProof } from './prove-session.ts';

/** Gives new recovery codes, which are never shown again; the old ones are void. */
export const renewRecoveryCodes = (unit: UnitOfWork, actor: Actor): Promise<{ codes: string[] }> =>
  unit.run(actor, async (work) => {
    await expectProof(work, actor);
    if (!(await lockSecondFactor(work, actor.personId))?.since) throw new Problem('wrong-state', { state: 'OFF' });
    const codes = newRecoveryCodes();
    await replaceRecoveryCodes(work, actor.personId, codes.map(hashRecoveryCode));
    work.record({ kind: 'person.recovery-codes-renewed', facts: {}, actingFor: null });
    return { codes };
  });
