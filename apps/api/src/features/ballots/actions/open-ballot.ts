import type { Actor } from '../../../kernel/actor.ts';
import type { Work } from '../../../kernel/work.ts';
import { sealOf } from '../ballot-chain.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { dayOf, insertElectorate, saveOpening, type LockedBallot } from '../ballots.store.ts';

/**
 * Opens a ballot that is locked: from now on its electorate stands, and the chain begins with all that stands.
 * @param among who is present, where it opens in a meeting: of the members only they may vote
 */
export async function openIn(
  work: Work,
  actor: Actor | null,
  ballot: LockedBallot,
  openedAt: Date,
  among: readonly string[] | null = null,
): Promise<void> {
  ballotLifecycle.move(ballot.state, 'open');
  const { quorum, majority, majorityOf, liveCount } = ballot;
  const electorate = await insertElectorate(work, ballot.id, among);
  const seal = sealOf({ ...ballot, rule: { quorum, majority, majorityOf, liveCount }, openedAt, electorate });
  await saveOpening(work, ballot.id, { openedAt, electorate, seal });
  work.record({
    ...ballotEvent('ballot.opened', actor, ballot, { until: await dayOf(work, ballot.closesAt) }),
    organizationIds: electorate.map(({ id }) => id),
    detail: { opening: seal },
  });
}
