import type { BalanceView, balancesRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { valueEvent } from '../balance-event.ts';
import { valueLifecycle } from '../balance.lifecycle.ts';
import { balancePolicy } from '../balance.policy.ts';
import { readBalanceIn } from '../balances.queries.ts';
import { lockValue, saveWithdrawal } from '../balances.store.ts';

/** Takes back what was declared, before anybody has decided on it. */
export const withdrawValue = (
  unit: UnitOfWork,
  actor: Actor,
  { params }: Given<typeof balancesRoutes.withdrawValue>,
): Promise<BalanceView> =>
  unit.run(actor, async (work) => {
    const entry = found(await lockValue(work, actor, params.id, params.entryId));
    allow(balancePolicy.withdraw(actor, entry));
    valueLifecycle.move(entry.state, 'withdraw');
    await saveWithdrawal(work, entry.id);
    work.record(valueEvent('balance.value-withdrawn', actor, entry));
    return readBalanceIn(work, actor, entry.organizationId, entry.year);
  });
