import { actingFor, type Actor } from '../../../kernel/actor.ts';
import { notFound } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { saveActingFor } from '../session.store.ts';

/** Chooses for whom the person acts in this session; gives the actor who goes on so. */
export async function actFor(unit: UnitOfWork, actor: Actor, organizationId: string): Promise<Actor> {
  const chosen = actingFor(actor, organizationId);
  if (chosen.offices[0]?.organizationId !== organizationId) throw notFound();
  await unit.run(actor, (work) => saveActingFor(work, actor.request?.sessionId ?? '', organizationId));
  return chosen;
}
