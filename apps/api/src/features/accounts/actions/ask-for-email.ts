import type { Given, securityRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { insertEmailLink } from '../login-link.store.ts';
import { expectProof } from './prove-session.ts';

type Input = Given<typeof securityRoutes.askForEmail>;

/**
 * Asks for another address: a link goes to it, a notice to the present one. Whether the address has an account already is
 * told only to whoever holds that link.
 */
export const askForEmail = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<void> =>
  unit.run(actor, async (work) => {
    await expectProof(work, actor);
    const linkId = await insertEmailLink(work, actor.personId, body.email);
    work.enqueue({ name: 'mail-email-link', payload: { linkId } });
    work.enqueue({ name: 'mail-notice', payload: { personId: actor.personId, notice: 'EMAIL_CHANGE' } });
    work.record({ kind: 'person.email-asked', facts: {}, actingFor: null });
  });
