import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { ballotEvent } from '../ballot-event.ts';
import { BallotKeyMissing } from '../ballot-seal.ts';
import { turnOf } from '../ballot.rules.ts';
import {
  ballotsUnderWay,
  clock,
  dayOf,
  listElectors,
  lockBallotByClock,
  saveKeyMissing,
  saveReminded,
  type LockedBallot,
} from '../ballots.store.ts';
import { closeIn } from './close-ballot.ts';
import { dropKey, keyFor, openIn } from './open-ballot.ts';

/** Asks those who have not voted to do so. */
async function remindIn(work: Work, ballot: LockedBallot): Promise<void> {
  await saveReminded(work, ballot.id);
  const silent = await listElectors(work, ballot.id, true);
  if (silent.length === 0) return;
  work.record({
    ...ballotEvent('ballot.reminded', null, ballot, { until: await dayOf(work, ballot.closesAt) }),
    organizationIds: silent.map(({ id }) => id),
  });
}

/** Says, once, that nobody can count a ballot as long as its key is missing; it is tried again with each turn. */
const missKey = (unit: UnitOfWork, id: string): Promise<void> =>
  unit.run(null, async (work) => {
    const ballot = await lockBallotByClock(work, id);
    if (!ballot || ballot.keyMissingSince || turnOf(ballot, await clock(work)) !== 'CLOSE') return;
    await saveKeyMissing(work, id);
    work.record(ballotEvent('ballot.key-missing', null, ballot, {}));
  });

/** What the clock asks of one ballot at this moment. */
async function turn(unit: UnitOfWork, { id, secret, state }: LockedBallot, store: FileStore | null): Promise<void> {
  const publicKey = await keyFor(store, { id, secret: secret && state === 'SCHEDULED' });
  const opened = await unit.run(null, async (work) => {
    const ballot = await lockBallotByClock(work, id);
    if (!ballot) return false;
    // Somebody may have been quicker: it is found out again under the lock.
    const now = await clock(work);
    const due = turnOf(ballot, now);
    if (due === 'OPEN') await openIn(work, null, ballot, { openedAt: now, publicKey });
    if (due === 'REMIND') await remindIn(work, ballot);
    if (due === 'CLOSE') await closeIn(work, null, ballot, { closedAt: now, store });
    return due === 'OPEN';
  });
  if (!opened) await dropKey(store, id, publicKey);
}

/**
 * Opens, reminds of and closes every ballot whose time has come, each in a transaction of its own. `store` has the keys of secret
 * ones: without it they are left to the next turn.
 */
export async function turnBallots(unit: UnitOfWork, store: FileStore | null = null): Promise<void> {
  const due = await unit.run(null, async (work) => {
    const now = await clock(work);
    return (await ballotsUnderWay(work)).filter(
      (ballot) => turnOf(ballot, now) !== undefined && (store !== null || !ballot.secret),
    );
  });
  const failures: unknown[] = [];
  // What fails with one of them keeps no other from its time.
  for (const ballot of due) {
    await turn(unit, ballot, store)
      .catch((error: unknown) => (error instanceof BallotKeyMissing ? missKey(unit, ballot.id) : Promise.reject(error)))
      .catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join(' '));
}
