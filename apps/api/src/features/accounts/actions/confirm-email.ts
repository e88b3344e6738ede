import type { Given, securityRoutes } from '@blizej/contracts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { lockHeldLink, voidPersonLinks } from '../login-link.store.ts';
import { keepEmail } from '../people.store.ts';

type Input = Given<typeof securityRoutes.confirmEmail>;

/** Moves an account to the address that a link proves. All links to the former one are void. */
export const confirmEmail = (unit: UnitOfWork, { body }: Input): Promise<void> =>
  unit.run(null, async (work) => {
    const link = await lockHeldLink(work, body.token, 'EMAIL_CHANGE');
    if (!link || link.email === null) throw new Problem('link-void');
    if (!(await keepEmail(work, link.personId, link.email))) throw new Problem('email-taken');
    await voidPersonLinks(work, link.personId);
    work.record({ kind: 'person.email-changed', facts: {}, actingFor: null, by: link.personId });
  });
