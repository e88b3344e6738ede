import type { Actor } from '../../../kernel/actor.ts';
import type { Work } from '../../../kernel/work.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { sealOf } from '../ballot-chain.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { makeBallotKey } from '../ballot-seal.ts';
import { dayOf, insertElectorate, saveOpening, type LockedBallot } from '../ballots.store.ts';

/** The public key of a secret ballot. Its private half is kept before the ballot is open: without it no vote could be counted. */
async function publicKeyOf({ id, secret }: LockedBallot, store: FileStore | null): Promise<string | null> {
  if (!secret) return null;
  if (!store) throw new Error('A secret ballot is opened where its key can be kept.');
  return makeBallotKey(store, id);
}

interface Opening {
  readonly openedAt: Date;
  /** Where the key of a secret ballot is kept. */
  readonly store: FileStore | null;
}

/** Opens a ballot that is locked: from now on its electorate stands, and the chain begins with all that stands. */
export async function openIn(
  work: Work,
  actor: Actor | null,
  ballot: LockedBallot,
  { openedAt, store }: Opening,
): Promise<void> {
  ballotLifecycle.move(ballot.state, 'open');
  const publicKey = await publicKeyOf(ballot, store);
  const { quorum, majority, majorityOf, liveCount } = ballot;
  const electorate = await insertElectorate(work, ballot.id);
  const seal = sealOf({
    ...ballot,
    publicKey,
    rule: { quorum, majority, majorityOf, liveCount },
    openedAt,
    electorate,
  });
  await saveOpening(work, ballot.id, { openedAt, electorate, seal, publicKey });
  work.record({
    ...ballotEvent('ballot.opened', actor, ballot, { until: await dayOf(work, ballot.closesAt) }),
    organizationIds: electorate.map(({ id }) => id),
    detail: { opening: seal },
  });
}
