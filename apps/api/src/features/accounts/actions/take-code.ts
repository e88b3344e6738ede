import { Problem } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import type { SecretBox } from '../../../platform/secrets/secret-box.ts';
import { hashRecoveryCode, isTotpCode, totpStepOf } from '../second-factor.ts';
import { keepTotpStep, lockSecondFactor, takeRecoveryCode, type KeptSecondFactor } from '../second-factor.store.ts';

/** A one-time code as it was typed, with the box in which the keys are sealed. */
export interface GivenCode {
  readonly box: SecretBox;
  readonly code: string | undefined;
}

/**
 * Where a person has a second factor, takes a code of it: of the authenticator, each step of time once, or a recovery code,
 * each once. Does nothing where there is none. Without `given` a person who has one is always refused.
 */
export async function expectCode(work: Work, personId: string, given: GivenCode | undefined): Promise<void> {
  const factor = await lockSecondFactor(work, personId);
  if (!factor?.since) return;
  if (given?.code === undefined) throw new Problem('second-factor-required');
  const { box, code } = given;
  if (isTotpCode(code)) return takeTotpCode(work, personId, factor, { box, code });
  if (!(await takeRecoveryCode(work, personId, hashRecoveryCode(code)))) throw new Problem('wrong-code');
  work.record({ kind: 'person.recovery-code-used', facts: {}, actingFor: null, by: personId });
}

/** Uses the step of time up to which a code belongs. */
export async function takeTotpCode(
  work: Work,
  personId: string,
  { key, lastStep, now }: KeptSecondFactor,
  { box, code }: { readonly box: SecretBox; readonly code: string },
): Promise<void> {
  const step = key === null ? undefined : totpStepOf(box.open(key, personId), code, now);
  if (step === undefined || (lastStep !== null && step <= lastStep)) throw new Problem('wrong-code');
  await keepTotpStep(work, personId, step);
}
