import type { BudgetView, budgetsRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { budgetEvent } from '../budget-event.ts';
import { budgetPolicy } from '../budget.policy.ts';
import { overIssue } from '../budget.rules.ts';
import { saveDecision, type KeptClaim } from '../claims.store.ts';
import { lockClaim } from './claim-money.ts';
import { answer, expectMoney, participantIn, type LockedBudget } from './lock-budget.ts';

const ofOthers =
  (actor: Actor) =>
  (locked: LockedBudget, claim: KeptClaim): boolean =>
    budgetPolicy.decide(actor, locked.carries, {
      ...participantIn(locked, claim.organizationId),
      submittedById: claim.submittedById,
    });

/** Accepts a claim, whole or cut; what is cut is cut with a reason. */
export const acceptClaim = (
  unit: UnitOfWork,
  actor: Actor,
  input: Given<typeof budgetsRoutes.acceptClaim>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const { locked, claim } = await lockClaim(work, actor, input, ofOthers(actor), 'accept');
    const { acceptedAmount, reason } = input.body;
    const isCut = acceptedAmount < claim.amount;
    refuse([
      ...overIssue('/acceptedAmount', 'over_claimed', acceptedAmount, claim.amount, expectMoney(locked).currency),
      ...(isCut && reason === undefined ? [bodyIssue('/reason', 'reason_for_cut')] : []),
    ]);
    const decision = { acceptedAmount, reason: reason ?? null, personId: actor.personId };
    await saveDecision(work, claim.id, { state: 'ACCEPTED', ...decision });
    const { organizationId, number } = claim;
    const organization = participantIn(locked, organizationId).name;
    const event = isCut
      ? budgetEvent('budget.claim-cut', actor, locked.initiative, { organization, number, reason: reason ?? '' })
      : budgetEvent('budget.claim-accepted', actor, locked.initiative, { organization, number });
    work.record({ ...event, organizationId, detail: { acceptedAmount, claimed: claim.amount } });
    return answer(work, actor, locked);
  });

/** Returns a claim to be completed, with the reason. */
export const returnClaim = (
  unit: UnitOfWork,
  actor: Actor,
  input: Given<typeof budgetsRoutes.returnClaim>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const { locked, claim } = await lockClaim(work, actor, input, ofOthers(actor), 'return');
    const { reason } = input.body;
    const decision = { acceptedAmount: null, reason, personId: actor.personId };
    await saveDecision(work, claim.id, { state: 'RETURNED', ...decision });
    const { organizationId, number } = claim;
    const organization = participantIn(locked, organizationId).name;
    work.record({
      ...budgetEvent('budget.claim-returned', actor, locked.initiative, { organization, number, reason }),
      organizationId,
    });
    return answer(work, actor, locked);
  });
