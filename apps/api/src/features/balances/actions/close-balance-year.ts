import type { BalancesView, balancesRoutes, Given } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { balancePolicy } from '../balance.policy.ts';
import { readBalancesIn } from '../balances.queries.ts';
import { countWaiting, lockYear, saveClose } from '../balances.store.ts';

/** Closes a year that is over, once nothing in it waits for anybody's word. Its dues stand from then on, too. */
export const closeBalanceYear = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { year } }: Given<typeof balancesRoutes.closeBalanceYear>,
): Promise<BalancesView> =>
  unit.run(actor, async (work) => {
    allow(balancePolicy.closeYear(actor));
    if (Number((await today(work)).slice(0, 4)) <= year) throw new Problem('year-not-over');
    if ((await lockYear(work, year, 'close')).closed) throw new Problem('year-closed');
    if ((await countWaiting(work, year)) > 0) throw new Problem('values-waiting');
    const organizationIds = await saveClose(work, year, actor.personId);
    work.record({
      kind: 'balance.year-closed',
      facts: { year },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationIds,
    });
    return readBalancesIn(work, actor, year);
  });
