import type { BudgetView, budgetsRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { everybodyConcerned } from '../../initiatives/index.ts';
import { budgetEvent, carriers } from '../budget-event.ts';
import { budgetLifecycle } from '../budget.lifecycle.ts';
import { budgetPolicy } from '../budget.policy.ts';
import { obstacleToAgreement } from '../budget.rules.ts';
import { saveAgreement, saveBudgetState, touchBudget, type KeptVersion, type Participant } from '../budgets.store.ts';
import { answer, expectBudgetSeen, expectLive, lockBudget, participantIn, type LockedBudget } from './lock-budget.ts';

/** Nobody agrees to a budget with a participant that is gone, or that does not stand by its part yet. */
function expectAgreeable({ shares }: KeptVersion, { participants }: LockedBudget): void {
  const standings = participants
    .filter(({ organizationId }) => shares.some((share) => share.organizationId === organizationId))
    .map(({ standing }) => standing);
  const obstacle = obstacleToAgreement(standings);
  if (obstacle) throw new Problem(obstacle);
}

/** Asks each participant to agree to its share. */
export const askForAgreement = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof budgetsRoutes.askForAgreement>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const locked = await lockBudget(work, actor, params.id);
    const { initiative, carries, participants } = locked;
    allow(budgetPolicy.plan(carries));
    expectLive(initiative);
    const { latest } = found(locked.budget);
    const state = budgetLifecycle.move(latest.state, 'ask');
    await expectBudgetSeen(work, actor, locked, body.version);
    expectAgreeable(latest, locked);
    await saveBudgetState(work, latest.id, state);
    await touchBudget(work, initiative.id);
    const asked = participants.filter(({ organizationId }) =>
      latest.shares.some((share) => share.organizationId === organizationId),
    );
    work.record({
      ...budgetEvent('budget.asked', actor, initiative, {}),
      organizationIds: asked.map(({ organizationId }) => organizationId),
      // For a partner, who may have nobody here, the secretariat agrees.
      ...(asked.some(({ organizationKind }) => organizationKind === 'PARTNER') && {
        audiences: [{ secretariat: true, reason: 'DECIDE' }],
      }),
    });
    return answer(work, actor, locked);
  });

type OfShare = Given<typeof budgetsRoutes.agreeToShare>;

/** The share that a deed is about, in a budget that is put to its participants. */
async function lockShare(
  work: Work,
  actor: Actor,
  { params, body }: OfShare,
): Promise<{ locked: LockedBudget; latest: KeptVersion; participant: Participant }> {
  const locked = await lockBudget(work, actor, params.id);
  const { latest } = found(locked.budget);
  const share = found(latest.shares.find(({ organizationId }) => organizationId === params.organizationId));
  const participant = participantIn(locked, share.organizationId);
  allow(budgetPolicy.agree(actor, participant));
  expectLive(locked.initiative);
  if (share.agreed || !budgetLifecycle.allows(latest.state, 'agree'))
    throw new Problem('wrong-state', { state: share.agreed ? 'AGREED' : latest.state });
  // One agrees to what one has read.
  await expectBudgetSeen(work, actor, locked, body.version);
  return { locked, latest, participant };
}

/** Agrees to a share. With the last of them the budget is in force. */
export const agreeToShare = (unit: UnitOfWork, actor: Actor, input: OfShare): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const { locked, latest, participant } = await lockShare(work, actor, input);
    const { initiative } = locked;
    const { organizationId, name } = participant;
    expectAgreeable(latest, locked);
    await saveAgreement(work, { versionId: latest.id, organizationId, personId: actor.personId });
    work.record({
      ...budgetEvent('budget.share-agreed', actor, initiative, { organization: name }),
      organizationId,
      audiences: [carriers(initiative, 'INFORMED')],
    });
    if (latest.shares.every((share) => share.agreed || share.organizationId === organizationId)) {
      await saveBudgetState(work, latest.id, budgetLifecycle.move(latest.state, 'agree'));
      await touchBudget(work, initiative.id);
      work.record({
        ...budgetEvent('budget.agreed', actor, initiative, {}),
        audiences: await everybodyConcerned(work, initiative.id),
      });
    }
    return answer(work, actor, locked);
  });

/** Does not agree to a share: the budget is a draft again, and whoever carries the initiative knows why. */
export const objectToShare = (
  unit: UnitOfWork,
  actor: Actor,
  input: Given<typeof budgetsRoutes.objectToShare>,
): Promise<BudgetView> =>
  unit.run(actor, async (work) => {
    const { locked, latest, participant } = await lockShare(work, actor, input);
    const { initiative } = locked;
    await saveBudgetState(work, latest.id, budgetLifecycle.move(latest.state, 'object'));
    await touchBudget(work, initiative.id);
    const facts = { organization: participant.name, reason: input.body.reason };
    work.record({
      ...budgetEvent('budget.share-refused', actor, initiative, facts),
      organizationId: participant.organizationId,
      audiences: [carriers(initiative, 'ASKED')],
    });
    return answer(work, actor, locked);
  });
