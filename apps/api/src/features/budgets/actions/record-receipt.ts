import {
  correctionsAtMost,
  receiptsAtMost,
  type BudgetView,
  type budgetsRoutes,
  type Given,
  type Issue,
} from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { budgetEvent, carriers } from '../budget-event.ts';
import { budgetPolicy } from '../budget.policy.ts';
import { overIssue } from '../budget.rules.ts';
import { readBudgetIn } from '../budgets.queries.ts';
import { claimsOf, countReceipts, findReceipt, insertReceipt, instalmentsOf, receivedBy } from '../claims.store.ts';
import { answer, expectMoney, lockBudget, participantIn, type LockedBudget } from './lock-budget.ts';

interface Incoming {
  readonly organizationId: string;
  /** By how much more comes in. */
  readonly amount: number;
  /** What is corrected by that, as it stands. */
  readonly standsAt?: number;
  readonly claimId?: string | null | undefined;
  readonly instalmentId?: string | null | undefined;
}

/** What is wrong with money that comes in: no more than was accepted of its claim, no more than the planned grant. */
async function receiptIssues(work: Work, locked: LockedBudget, incoming: Incoming): Promise<Issue[]> {
  const { organizationId, amount, standsAt, claimId, instalmentId } = incoming;
  const { currency, inForce } = expectMoney(locked);
  const { id } = locked.initiative;
  const planned = inForce.shares.find((share) => share.organizationId === organizationId)?.grant;
  if (planned === undefined) return [bodyIssue('/organizationId', 'not_a_participant')];
  if (claimId && instalmentId) return [bodyIssue('/instalmentId', 'one_of_both')];
  const left = planned - (await receivedBy(work, id, organizationId));
  const claim = claimId ? (await claimsOf(work, id)).find((one) => one.id === claimId) : undefined;
  const isKnownClaim = claim?.organizationId === organizationId && claim.acceptedAmount !== null;
  const isKnownInstalment =
    !instalmentId ||
    (await instalmentsOf(work, id)).some((one) => one.id === instalmentId && one.organizationId === organizationId);
  // Who corrects types what the whole is to be, and is told how much that may be.
  const over = (code: 'over_grant' | 'over_accepted', open: number): Issue[] =>
    standsAt === undefined
      ? overIssue('/amount', code, amount, open, currency)
      : overIssue('/amount', `${code}_corrected`, standsAt + amount, standsAt + open, currency);
  return [
    ...(claimId && !isKnownClaim ? [bodyIssue('/claimId', 'unknown_claim')] : []),
    ...(isKnownInstalment ? [] : [bodyIssue('/instalmentId', 'unknown_instalment')]),
    ...(claim?.acceptedAmount !== undefined && claim.acceptedAmount !== null
      ? over('over_accepted', claim.acceptedAmount - claim.received)
      : []),
    ...over('over_grant', left),
  ];
}

/** Records money that has come in. Nobody changes it afterwards: it is corrected by a row of its own. */
export const recordReceipt = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof budgetsRoutes.recordReceipt>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const locked = await lockBudget(work, actor, params.id);
    const participant = locked.participants.find((one) => one.organizationId === body.organizationId);
    if (!participant) refuse([bodyIssue('/organizationId', 'not_a_participant')]);
    allow(budgetPolicy.receive(actor, locked.carries, found(participant)));
    const { currency, ...receipt } = body;
    if (currency !== expectMoney(locked).currency) throw new Problem('currency-mixed');
    refuse([
      ...(body.receivedOn > (await today(work)) ? [bodyIssue('/receivedOn', 'in_future')] : []),
      ...(await receiptIssues(work, locked, body)),
    ]);
    const { initiative } = locked;
    if ((await countReceipts(work, initiative.id, body.organizationId)) >= receiptsAtMost)
      throw new Problem('too-many');
    await insertReceipt(work, {
      ...receipt,
      initiativeId: initiative.id,
      claimId: body.claimId ?? null,
      instalmentId: body.instalmentId ?? null,
      correctsId: null,
      personId: actor.personId,
    });
    work.record({
      ...budgetEvent('budget.received', actor, initiative, { organization: found(participant).name }),
      organizationId: body.organizationId,
      audiences: [carriers(initiative, 'INFORMED')],
      detail: { ...body },
    });
    return answer(work, actor, locked);
  });

/** Says what a receipt ought to have been: a new row makes up the difference, and says why. */
export const correctReceipt = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof budgetsRoutes.correctReceipt>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const locked = await lockBudget(work, actor, params.id);
    const { initiative, carries } = locked;
    const receipt = found(await findReceipt(work, initiative.id, params.receiptId));
    const { organizationId, standsAt } = receipt;
    const participant = participantIn(locked, organizationId);
    allow(budgetPolicy.receive(actor, carries, participant));
    expectMoney(locked);
    const current = await readBudgetIn(work, actor, initiative.id);
    expectVersion(body.standsAt, standsAt, () => current);
    const amount = body.amount - standsAt;
    if (amount === 0) return current;
    if (receipt.corrections >= correctionsAtMost) throw new Problem('too-many');
    // Less than before is never too much, also where its participant has left the budget.
    if (amount > 0) refuse(await receiptIssues(work, locked, { ...receipt, amount }));
    await insertReceipt(work, {
      ...receipt,
      initiativeId: initiative.id,
      amount,
      correctsId: receipt.id,
      note: body.reason,
      personId: actor.personId,
    });
    work.record({
      ...budgetEvent('budget.receipt-corrected', actor, initiative, {
        organization: participant.name,
        reason: body.reason,
      }),
      organizationId,
      audiences: [carriers(initiative, 'INFORMED')],
      detail: { amount: body.amount, former: standsAt },
    });
    return answer(work, actor, locked);
  });
