import type { Given, securityRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import type { SecretBox } from '../../../platform/secrets/secret-box.ts';
import { passwordFits } from '../passwords.ts';
import { factorsOf, holdPassword } from '../people.store.ts';
import { keepProof, lockProof, renewToken } from '../session.store.ts';
import { expectCode } from './take-code.ts';

type Input = Given<typeof securityRoutes.proveSession>;

/**
 * Proves again in a session who one is, by everything with which one signs in: the password, and a code where there is a
 * second factor. Who has neither signs in anew. Gives the session's new token.
 */
export async function proveSession(unit: UnitOfWork, box: SecretBox, actor: Actor, { body }: Input): Promise<string> {
  const { personId } = actor;
  const { passwordHash, hasSecondFactor } = await unit.run(actor, (work) => factorsOf(work, personId));
  if (passwordHash === null && !hasSecondFactor) throw new Problem('proof-required');
  refuse([
    ...(passwordHash !== null && body.password === undefined ? [bodyIssue('/password', 'required')] : []),
    ...(hasSecondFactor && body.code === undefined ? [bodyIssue('/code', 'required')] : []),
  ]);
  // Comparing takes its time: not while rows are locked.
  if (passwordHash !== null && !(await passwordFits(body.password ?? '', passwordHash))) {
    throw new Problem('wrong-password');
  }
  return unit.run(actor, async (work) => {
    const session = await lockSession(work, actor);
    if (passwordHash !== null && !(await holdPassword(work, personId, passwordHash)))
      throw new Problem('wrong-password');
    await expectCode(work, personId, { box, code: body.code });
    await keepProof(work, session.id);
    work.record({ kind: 'person.proved', facts: {}, actingFor: null });
    return renewToken(work, session.id);
  });
}

/** Lets a sensitive deed go on only where the person has proved in the last minutes who they are; gives the session's id. */
export async function expectProof(work: Work, actor: Actor): Promise<string> {
  const session = await lockSession(work, actor);
  if (!session.isProved) throw new Problem('proof-required');
  return session.id;
}

/** The same before a deed that no transaction begins. */
export const checkProof = async (unit: UnitOfWork, actor: Actor): Promise<void> => {
  await unit.run(actor, (work) => expectProof(work, actor));
};

async function lockSession(work: Work, { request }: Actor): Promise<{ id: string; isProved: boolean }> {
  const isProved = request && (await lockProof(work, request.sessionId));
  if (!request || isProved === undefined) throw new Problem('unauthenticated');
  return { id: request.sessionId, isProved };
}
