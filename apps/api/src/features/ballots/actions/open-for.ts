import type { ballotsRoutes, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { Problem, refuse } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { draftIssues, phaseOf } from '../ballot.rules.ts';
import { clock, insertBallot, listElectors, lockBallotByClock, saveWithdrawal } from '../ballots.store.ts';
import { openIn } from './open-ballot.ts';
import { termsOf } from './write-ballot.ts';

// What another feature does with a ballot within its own deed: who may is decided there.

/**
 * Opens a ballot by roll-call at once, for something that is put to the vote. Gives its id.
 * @param among who is present, where it opens in a meeting: of the members only they may vote
 */
export async function openBallotFor(
  work: Work,
  actor: Actor,
  draft: Given<typeof ballotsRoutes.writeBallot>['body'],
  among: readonly string[] | null = null,
): Promise<string> {
  const now = await clock(work);
  refuse(draftIssues(draft, now));
  const id = await insertBallot(work, termsOf(draft));
  const ballot = await lockBallotByClock(work, id);
  if (!ballot) throw new Error('A ballot was not written.');
  work.record(ballotEvent('ballot.written', actor, ballot, {}));
  await openIn(work, actor, ballot, { openedAt: now, publicKey: null, among });
  return id;
}

/** Withdraws the ballot on something that is withdrawn itself; what the gminas have decided by then is not taken from them. */
export async function withdrawBallotFor(work: Work, actor: Actor, id: string, reason: string): Promise<void> {
  const ballot = await lockBallotByClock(work, id);
  if (!ballot || ballot.state === 'WITHDRAWN') return;
  const phase = phaseOf(ballot.state, ballot.closesAt, await clock(work));
  if (phase === 'COUNTING' || phase === 'CLOSED') throw new Problem('ballot-closed');
  ballotLifecycle.move(ballot.state, 'withdraw');
  await saveWithdrawal(work, id, reason);
  work.record({
    ...ballotEvent('ballot.withdrawn', actor, ballot, { reason }),
    organizationIds: (await listElectors(work, id)).map((elector) => elector.id),
  });
}
