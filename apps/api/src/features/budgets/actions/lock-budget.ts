import type { BudgetView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { expectUnchanged } from '../../activity/index.ts';
import { initiativePolicy, isLive, lockInitiative, type LockedInitiative } from '../../initiatives/index.ts';
import { hasMoney } from '../budget.lifecycle.ts';
import { readBudgetIn } from '../budgets.queries.ts';
import { findBudget, participantsOf, type KeptBudget, type KeptVersion, type Participant } from '../budgets.store.ts';

export interface LockedBudget {
  readonly initiative: LockedInitiative;
  /** Whether the initiative is the actor's to carry. */
  readonly carries: boolean;
  readonly budget: KeptBudget | undefined;
  readonly participants: readonly Participant[];
}

/** Locks the money of an initiative that the actor may see: it changes with the initiative's own lock. */
export async function lockBudget(work: Work, actor: Actor, initiativeId: string): Promise<LockedBudget> {
  const initiative = found(await lockInitiative(work, actor, initiativeId));
  return {
    initiative,
    carries: initiativePolicy.change(actor, initiative),
    budget: await findBudget(work, initiativeId),
    participants: await participantsOf(work, initiativeId),
  };
}

/** Plans are made for what is at work. */
export const expectLive = ({ stage }: LockedInitiative): void => {
  if (!isLive(stage)) throw new Problem('wrong-state', { state: stage });
};

/** Money is claimed and comes in for what is funded, by a budget that was agreed. */
export function expectMoney({ initiative, budget }: LockedBudget): KeptBudget & { readonly inForce: KeptVersion } {
  if (!hasMoney(initiative.stage)) throw new Problem('wrong-state', { state: initiative.stage });
  if (!budget?.inForce) throw new Problem('budget-not-agreed');
  return { ...budget, inForce: budget.inForce };
}

const budgetChanges = [
  'budget.planned',
  'budget.asked',
  'budget.share-agreed',
  'budget.share-refused',
  'budget.agreed',
  'budget.changed',
  'budget.instalments-planned',
] as const;

/** Refuses what was meant for an older state of a locked budget. */
export async function expectBudgetSeen(
  work: Work,
  actor: Actor,
  { initiative, budget }: LockedBudget,
  version: number,
): Promise<void> {
  const current = await readBudgetIn(work, actor, initiative.id);
  await expectUnchanged(
    work,
    { version, kept: budget?.version ?? 0, current },
    { kinds: budgetChanges, fact: 'initiativeId', is: initiative.id },
  );
}

/** The participant that a deed is about; nobody else is known here. */
export const participantIn = ({ participants }: LockedBudget, organizationId: string): Participant =>
  found(participants.find((one) => one.organizationId === organizationId));

/** What a deed answers: the budget as it stands now. */
export const answer = (work: Work, actor: Actor, { initiative }: LockedBudget): Promise<BudgetView> =>
  readBudgetIn(work, actor, initiative.id);
