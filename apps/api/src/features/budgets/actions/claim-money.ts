import { claimsAtMost, type BudgetCurrency, type BudgetView, type budgetsRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { today } from '../../organizations/index.ts';
import { budgetEvent, carriers } from '../budget-event.ts';
import { claimLifecycle } from '../budget.lifecycle.ts';
import { budgetPolicy } from '../budget.policy.ts';
import { isGone, overIssue, periodIssues } from '../budget.rules.ts';
import { readBudgetIn } from '../budgets.queries.ts';
import {
  claimsOf,
  insertClaim,
  saveClaimWords,
  saveSubmission,
  type ClaimWords,
  type KeptClaim,
} from '../claims.store.ts';
import { answer, expectMoney, lockBudget, participantIn, type LockedBudget } from './lock-budget.ts';

/** What of a participant's planned grant nobody has claimed yet; a draft claims nothing. */
export const leftToClaim = (
  locked: LockedBudget,
  claims: readonly KeptClaim[],
  organizationId: string,
  except?: string,
): number => {
  const planned = locked.budget?.inForce?.shares.find((share) => share.organizationId === organizationId)?.grant ?? 0;
  return claims
    .filter((claim) => claim.organizationId === organizationId && claim.id !== except)
    .filter(({ state }) => state === 'SUBMITTED' || state === 'ACCEPTED')
    .reduce((left, { amount, acceptedAmount }) => left - (acceptedAmount ?? amount), planned);
};

async function checkWords(
  work: Work,
  words: ClaimWords & { readonly currency: BudgetCurrency },
  currency: BudgetCurrency,
  left: number,
): Promise<void> {
  if (words.currency !== currency) throw new Problem('currency-mixed');
  refuse([
    ...periodIssues(words, await today(work)),
    ...overIssue('/amount', 'over_grant', words.amount, left, currency),
  ]);
}

/** Writes a payment claim for a participant: a draft of its own until it is submitted. */
export const writeClaim = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof budgetsRoutes.writeClaim>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const locked = await lockBudget(work, actor, params.id);
    const participant = locked.participants.find((one) => one.organizationId === body.organizationId);
    if (!participant) refuse([bodyIssue('/organizationId', 'not_a_participant')]);
    const { organizationId, name, standing } = found(participant);
    allow(budgetPolicy.claim(actor, found(participant)));
    const { currency, inForce } = expectMoney(locked);
    if (isGone(standing)) throw new Problem('participant-gone');
    if (!inForce.shares.some((share) => share.organizationId === organizationId))
      refuse([bodyIssue('/organizationId', 'not_a_participant')]);
    const { initiative } = locked;
    const claims = await claimsOf(work, initiative.id);
    if (claims.filter((claim) => claim.organizationId === organizationId).length >= claimsAtMost)
      throw new Problem('too-many');
    await checkWords(work, body, currency, leftToClaim(locked, claims, organizationId));
    const number = await insertClaim(work, { ...body, initiativeId: initiative.id });
    work.record({
      ...budgetEvent('budget.claim-written', actor, initiative, { organization: name, number }),
      organizationId,
      detail: { ...body },
    });
    return answer(work, actor, locked);
  });

/** The claim that a deed is about, as it was seen. */
export async function lockClaim(
  work: Work,
  actor: Actor,
  { params, body }: { params: { id: string; claimId: string }; body: { version: number } },
  may: (locked: LockedBudget, claim: KeptClaim) => boolean,
  move: keyof typeof claimLifecycle.moves,
): Promise<{ locked: LockedBudget; claim: KeptClaim; claims: readonly KeptClaim[] }> {
  const locked = await lockBudget(work, actor, params.id);
  const claims = await claimsOf(work, locked.initiative.id);
  const claim = found(claims.find(({ id }) => id === params.claimId));
  allow(may(locked, claim));
  expectMoney(locked);
  claimLifecycle.move(claim.state, move);
  const current = await readBudgetIn(work, actor, locked.initiative.id);
  expectVersion(body.version, claim.version, () => current);
  return { locked, claim, claims };
}

const ofOwn =
  (actor: Actor) =>
  (locked: LockedBudget, claim: KeptClaim): boolean =>
    budgetPolicy.claim(actor, participantIn(locked, claim.organizationId));

/** Changes a claim that is a draft or was returned. */
export const changeClaim = (
  unit: UnitOfWork,
  actor: Actor,
  input: Given<typeof budgetsRoutes.changeClaim>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const { locked, claim, claims } = await lockClaim(work, actor, input, ofOwn(actor), 'change');
    const { organizationId, number } = claim;
    const { currency } = expectMoney(locked);
    await checkWords(work, input.body, currency, leftToClaim(locked, claims, organizationId, claim.id));
    await saveClaimWords(work, claim.id, input.body);
    const organization = participantIn(locked, organizationId).name;
    work.record({
      ...budgetEvent('budget.claim-written', actor, locked.initiative, { organization, number }),
      organizationId,
      detail: { ...input.body },
    });
    return answer(work, actor, locked);
  });

/** Submits a claim. Whoever carries the initiative decides; on a claim of its own the secretariat does. */
export const submitClaim = (
  unit: UnitOfWork,
  actor: Actor,
  input: Given<typeof budgetsRoutes.submitClaim>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const { locked, claim, claims } = await lockClaim(work, actor, input, ofOwn(actor), 'submit');
    const { initiative } = locked;
    const { organizationId, number } = claim;
    const participant = participantIn(locked, organizationId);
    if (isGone(participant.standing)) throw new Problem('participant-gone');
    if (claim.amount > leftToClaim(locked, claims, organizationId, claim.id)) throw new Problem('claims-over-plan');
    await saveSubmission(work, claim.id, actor.personId);
    const isOwn = (initiative.leadId ?? initiative.proposedById) === organizationId;
    work.record({
      ...budgetEvent('budget.claim-submitted', actor, initiative, { organization: participant.name, number }),
      organizationId,
      audiences: [isOwn ? { secretariat: true, reason: 'DECIDE' } : carriers(initiative, 'DECIDE')],
      detail: { amount: claim.amount },
    });
    return answer(work, actor, locked);
  });
