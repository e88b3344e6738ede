import type { BudgetView, budgetsRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { budgetEvent } from '../budget-event.ts';
import { budgetPolicy } from '../budget.policy.ts';
import { instalmentIssues } from '../budget.rules.ts';
import { touchBudget } from '../budgets.store.ts';
import { instalmentsOf, saveInstalments } from '../claims.store.ts';
import { answer, expectBudgetSeen, expectMoney, lockBudget } from './lock-budget.ts';

/** Writes the instalments that are expected, all of them; one for which money has come in stays, for whom it was. */
export const planInstalments = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof budgetsRoutes.planInstalments>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const locked = await lockBudget(work, actor, params.id);
    allow(budgetPolicy.plan(locked.carries));
    const { currency, inForce } = expectMoney(locked);
    await expectBudgetSeen(work, actor, locked, body.version);
    if (body.instalments.some((one) => one.currency !== currency)) throw new Problem('currency-mixed');
    const grants = new Map(inForce.shares.map(({ organizationId, grant }) => [organizationId, grant]));
    refuse(instalmentIssues(body.instalments, grants, currency));
    const { initiative } = locked;
    const known = await instalmentsOf(work, initiative.id);
    const written = body.instalments.map(({ id, ...one }) => ({
      ...one,
      ...(id !== undefined && known.some((kept) => kept.id === id) && { id }),
    }));
    for (const { id, organizationId, received } of known) {
      const kept = written.some((one) => one.id === id && one.organizationId === organizationId);
      if (received > 0 && !kept) throw new Problem('instalment-paid');
    }
    await saveInstalments(work, initiative.id, written);
    await touchBudget(work, initiative.id);
    work.record({
      ...budgetEvent('budget.instalments-planned', actor, initiative, {}),
      detail: { instalments: written },
    });
    return answer(work, actor, locked);
  });
