import type { ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { ballotPolicy } from '../ballot.policy.ts';
import { countOf, outcomeOf } from '../ballot.rules.ts';
import { readBallotIn } from '../ballots.queries.ts';
import { clock, countedChoices, listElectors, lockBallot, saveResult, type LockedBallot } from '../ballots.store.ts';

/** Closes a ballot that is locked and counts it: no vote comes any more. */
export async function closeIn(work: Work, actor: Actor | null, ballot: LockedBallot, closedAt: Date): Promise<void> {
  ballotLifecycle.move(ballot.state, 'close');
  const count = countOf(await countedChoices(work, ballot.id));
  const outcome = outcomeOf(ballot, count, ballot.electorCount);
  await saveResult(work, ballot.id, { closedAt, count, outcome });
  work.record({
    ...ballotEvent('ballot.closed', actor, ballot, {}),
    organizationIds: (await listElectors(work, ballot.id)).map(({ id }) => id),
    detail: { count, outcome, head: ballot.head },
  });
}

/** Closes a ballot before its time: only once everybody has voted. At its time the clock closes it. */
export const closeBallot = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof ballotsRoutes.closeBallot>,
): Promise<BallotView> =>
  unit.run(actor, async (work) => {
    const ballot = found(await lockBallot(work, actor, params.id));
    allow(ballotPolicy.manage(actor));
    ballotLifecycle.move(ballot.state, 'close');
    const current = await readBallotIn(work, actor, ballot.id);
    expectVersion(body.version, ballot.version, () => current);
    const now = await clock(work);
    if (ballot.votedCount < ballot.electorCount && now < ballot.closesAt) throw new Problem('votes-missing');
    await closeIn(work, actor, ballot, now);
    return readBallotIn(work, actor, ballot.id);
  });
