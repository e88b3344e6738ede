import { randomUUID } from 'node:crypto';
import type { Given, securityRoutes } from '@blizej/contracts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { personIdByEmail } from '../people.store.ts';

type Input = Given<typeof securityRoutes.askForLink>;

/**
 * Sends a link to an address, if it has an account. Either way a job is queued, so that nobody can tell by the answer nor by
 * its time; a job for nobody finds nobody.
 */
export const askForLink = (unit: UnitOfWork, { body }: Input): Promise<void> =>
  unit.run(null, async (work) => {
    const personId = (await personIdByEmail(work, body.email)) ?? randomUUID();
    work.enqueue({ name: 'mail-link', payload: { personId, purpose: body.purpose } });
  });
