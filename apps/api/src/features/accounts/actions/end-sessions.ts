import type { Given, securityRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { notFound } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { revokeSessions } from '../session.store.ts';

type Input = Given<typeof securityRoutes.endSession>;

/** Signs the actor out in one browser. */
export const endSession = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<void> =>
  unit.run(actor, async (work) => {
    const count = await revokeSessions(work, actor.personId, { only: params.id });
    if (count === 0) throw notFound();
    record(work, count);
  });

/** Signs the actor out everywhere else. */
export const endOtherSessions = (unit: UnitOfWork, actor: Actor): Promise<void> =>
  unit.run(actor, async (work) => {
    const count = await revokeSessions(work, actor.personId, { but: actor.request?.sessionId ?? null });
    if (count > 0) record(work, count);
  });

const record = (work: Work, count: number): void =>
  work.record({ kind: 'person.sessions-ended', facts: { count }, actingFor: null });
