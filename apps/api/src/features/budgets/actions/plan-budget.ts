import { balanceIssues, type BudgetView, type budgetsRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { everybodyConcerned } from '../../initiatives/index.ts';
import { today } from '../../organizations/index.ts';
import { budgetEvent } from '../budget-event.ts';
import { budgetPolicy } from '../budget.policy.ts';
import { isGone, planIssues } from '../budget.rules.ts';
import { savePlan } from '../budgets.store.ts';
import { answer, expectBudgetSeen, expectLive, lockBudget } from './lock-budget.ts';

/**
 * Plans the budget, all of it at once: what does not balance is not kept. A draft is written anew, and asked for anew; an agreed
 * one stays, and a new version follows it with the reason, which all who are concerned are told.
 */
export const planBudget = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof budgetsRoutes.planBudget>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const locked = await lockBudget(work, actor, params.id);
    const { initiative, budget, carries, participants } = locked;
    allow(budgetPolicy.plan(carries));
    expectLive(initiative);
    await expectBudgetSeen(work, actor, locked, body.version);
    const former = budget?.latest.state;
    refuse([
      ...planIssues(body, {
        today: await today(work),
        participantIds: participants.filter(({ standing }) => !isGone(standing)).map((one) => one.organizationId),
        fixedCurrency: budget?.inForce ? budget.currency : null,
        needsReason: former === 'AGREED',
      }),
      ...balanceIssues(body),
    ]);
    const { version: _seen, reason = null, ...plan } = body;
    await savePlan(work, { initiativeId: initiative.id, plan, reason, personId: actor.personId });
    const told =
      former === 'DRAFT' || former === undefined ? {} : { audiences: await everybodyConcerned(work, initiative.id) };
    const event =
      former === 'AGREED'
        ? budgetEvent('budget.changed', actor, initiative, { reason: reason ?? '' })
        : budgetEvent('budget.planned', actor, initiative, {});
    work.record({ ...event, ...told, detail: { ...plan } });
    return answer(work, actor, locked);
  });
