import type { Given, securityRoutes } from '@blizej/contracts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import type { SecretBox } from '../../../platform/secrets/secret-box.ts';
import type { Browser } from '../browser.rules.ts';
import { lockHeldLink, voidPersonLinks } from '../login-link.store.ts';
import { openSession } from './sign-in.ts';
import { expectCode } from './take-code.ts';

type Input = Given<typeof securityRoutes.signInByLink>;

/**
 * Signs the holder of a link in, once. A link stands for a password: where there is a second factor its code is asked as
 * well, and a refused one leaves the link as it was.
 */
export const signInByLink = (unit: UnitOfWork, box: SecretBox, { body }: Input, browser: Browser): Promise<string> =>
  unit.run(null, async (work) => {
    const link = await lockHeldLink(work, body.token, 'SIGN_IN');
    if (!link) throw new Problem('link-void');
    await expectCode(work, link.personId, { box, code: body.code });
    await voidPersonLinks(work, link.personId, 'SIGN_IN');
    return openSession(work, link.personId, 'LINK', browser);
  });
