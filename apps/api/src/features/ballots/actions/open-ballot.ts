import type { Actor } from '../../../kernel/actor.ts';
import type { Work } from '../../../kernel/work.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { sealOf } from '../ballot-chain.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { ballotKeyOf, makeBallotKey } from '../ballot-seal.ts';
import { dayOf, insertElectorate, saveOpening, type LockedBallot } from '../ballots.store.ts';

/** Makes the key of a secret ballot that is about to open; null for any other. It takes a while: not under the ballot's lock. */
export const keyFor = async (
  store: FileStore | null,
  { id, secret }: { id: string; secret: boolean },
): Promise<string | null> => (secret && store ? makeBallotKey(store, id) : null);

/** Throws a key away that no ballot has taken: somebody was quicker, or the deed was refused. */
export const dropKey = async (store: FileStore | null, ballotId: string, key: string | null): Promise<void> => {
  if (key !== null) await store?.delete(ballotKeyOf(ballotId, key));
};

interface Opening {
  readonly openedAt: Date;
  /** Of a secret ballot. Its private half is kept before the ballot is open: without it no vote could be counted. */
  readonly publicKey: string | null;
  /** Who is present, where it opens in a meeting: of the members only they may vote. */
  readonly among?: readonly string[] | null;
}

/** Opens a ballot that is locked: from now on its electorate stands, and the chain begins with all that stands. */
export async function openIn(
  work: Work,
  actor: Actor | null,
  ballot: LockedBallot,
  { openedAt, publicKey, among = null }: Opening,
): Promise<void> {
  ballotLifecycle.move(ballot.state, 'open');
  if (ballot.secret && publicKey === null) throw new Error('A secret ballot is opened where its key can be kept.');
  const { quorum, majority, majorityOf, liveCount } = ballot;
  const electorate = await insertElectorate(work, ballot.id, among);
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
