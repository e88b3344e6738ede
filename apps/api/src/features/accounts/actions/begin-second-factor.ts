import type { NewSecondFactor } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import type { SecretBox } from '../../../platform/secrets/secret-box.ts';
import { describeTotp, newTotpKey } from '../second-factor.ts';
import { keepTotpKey, lockSecondFactor } from '../second-factor.store.ts';
import { expectProof } from './prove-session.ts';

/** Makes the key of a second factor. It counts once a code confirms that an authenticator has it. */
export const beginSecondFactor = (unit: UnitOfWork, box: SecretBox, actor: Actor): Promise<NewSecondFactor> =>
  unit.run(actor, async (work) => {
    await expectProof(work, actor);
    const factor = await lockSecondFactor(work, actor.personId);
    if (factor?.since) throw new Problem('wrong-state', { state: 'ON' });
    const key = newTotpKey();
    await keepTotpKey(work, actor.personId, box.seal(key, actor.personId));
    return describeTotp(key, actor.email);
  });
