import type { BalanceView, balancesRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { valueEvent } from '../balance-event.ts';
import { valueLifecycle } from '../balance.lifecycle.ts';
import { balancePolicy } from '../balance.policy.ts';
import { readBalanceIn } from '../balances.queries.ts';
import { lockValue, saveDecision, type LockedValue } from '../balances.store.ts';

/** The entry, and the office in which the actor may decide on it. */
async function lockToDecide(work: Work, actor: Actor, { id, entryId }: { id: string; entryId: string }) {
  const entry: LockedValue = found(await lockValue(work, actor, id, entryId));
  if (balancePolicy.isOwn(actor, entry)) throw new Problem('own-value');
  const office = balancePolicy.decidingOffice(actor, entry);
  if (office === undefined) throw new Problem('forbidden');
  return { entry, office };
}

/** Confirms what somebody else has declared: from now on it counts. */
export const confirmValue = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof balancesRoutes.confirmValue>,
): Promise<BalanceView> =>
  unit.run(actor, async (work) => {
    const { entry, office } = await lockToDecide(work, actor, params);
    valueLifecycle.move(entry.state, 'confirm');
    await saveDecision(work, entry.id, { state: 'CONFIRMED', personId: actor.personId, office, refusal: null });
    work.record({ ...valueEvent('balance.value-confirmed', actor, entry), personId: entry.declaredById });
    return readBalanceIn(work, actor, entry.organizationId, entry.year);
  });

/** Refuses what somebody else has declared, and says why. */
export const refuseValue = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { reason } }: Given<typeof balancesRoutes.refuseValue>,
): Promise<BalanceView> =>
  unit.run(actor, async (work) => {
    const { entry, office } = await lockToDecide(work, actor, params);
    valueLifecycle.move(entry.state, 'refuse');
    await saveDecision(work, entry.id, { state: 'REFUSED', personId: actor.personId, office, refusal: reason });
    work.record({ ...valueEvent('balance.value-refused', actor, entry, { reason }), personId: entry.declaredById });
    return readBalanceIn(work, actor, entry.organizationId, entry.year);
  });
