import { expect } from '@jest/globals';
import type { ProblemSlug } from '@blizej/contracts';
import { Problem } from '../src/kernel/problems.ts';

/** The problem with which a deed refuses; the test fails where it does not. */
export async function refusal(deed: Promise<unknown>): Promise<Problem> {
  const outcome = await deed.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Problem);
  return outcome as Problem;
}

/** Expects that a deed is refused with this problem. */
export async function expectRefusal(deed: Promise<unknown>, slug: ProblemSlug): Promise<void> {
  expect((await refusal(deed)).slug).toBe(slug);
}
