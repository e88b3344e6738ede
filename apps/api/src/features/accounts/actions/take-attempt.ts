import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import type { Attempt } from '../identity.rules.ts';
import { takeAttempt as take } from '../identity.store.ts';

/** Takes the attempt of a token, whatever comes of it: a second time there is none. */
export const takeAttempt = async (unit: UnitOfWork, provider: string, token: string): Promise<Attempt> => {
  const attempt = await unit.run(null, (work) => take(work, provider, token));
  if (!attempt) throw new Problem('attempt-ended');
  return attempt;
};
