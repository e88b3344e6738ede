import type { BalanceView, balancesRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { askedFor, valueEvent } from '../balance-event.ts';
import { valueLifecycle } from '../balance.lifecycle.ts';
import { balancePolicy } from '../balance.policy.ts';
import { readBalanceIn } from '../balances.queries.ts';
import { insertValue, lockValue, lockYear } from '../balances.store.ts';

/**
 * Declares what a confirmed entry should have come to. The entry stays as it was confirmed; the difference is an entry of the
 * present year that names it, and needs its own confirmation.
 */
export const correctValue = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof balancesRoutes.correctValue>,
): Promise<BalanceView> =>
  unit.run(actor, async (work) => {
    const entry = found(await lockValue(work, actor, params.id, params.entryId));
    const { organizationId, kind } = entry;
    const declaredAs = balancePolicy.declaringOffice(actor, organizationId);
    if (declaredAs === undefined) throw new Problem('forbidden');
    valueLifecycle.move(entry.state, 'correct');
    // A correction is put right by another one of the same entry.
    if (entry.correctsId !== null) throw new Problem('wrong-state', { state: entry.state });
    if (entry.correctionWaits) throw new Problem('correction-waits');
    const amount = body.rightAmount - entry.standing;
    refuse(amount === 0 ? [bodyIssue('/rightAmount', 'nothing_changes')] : []);
    const happenedOn = await today(work);
    const year = Number(happenedOn.slice(0, 4));
    if ((await lockYear(work, year, 'declare')).closed) throw new Problem('year-closed');
    const { reason: text, evidence, evidenceUrl } = body;
    await insertValue(work, {
      organizationId,
      year,
      kind,
      happenedOn,
      text,
      amount,
      evidence,
      evidenceUrl,
      correctsId: entry.id,
      declaredById: actor.personId,
      declaredAs,
    });
    const told = { ...entry, year, declaredAs };
    work.record({ ...valueEvent('balance.correction-declared', actor, told), audiences: [askedFor(told)] });
    return readBalanceIn(work, actor, organizationId, year);
  });
