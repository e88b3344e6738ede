import type { ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { closingOf } from '../ballot-chain.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { ballotPolicy } from '../ballot.policy.ts';
import { ballotKeyOf, BallotKeyMissing, openSealedVotes, type OpenedVote } from '../ballot-seal.ts';
import { countOf, outcomeOf } from '../ballot.rules.ts';
import { readBallotIn } from '../ballots.queries.ts';
import {
  clock,
  countedChoices,
  listElectors,
  listExtensions,
  lockBallot,
  saveOpenedVotes,
  saveResult,
  sealedVotes,
  type LockedBallot,
} from '../ballots.store.ts';

/** Opens what was sealed in a secret ballot, and throws its key away: from then on nobody can tell whose vote is whose. */
async function openVotes(work: Work, ballot: LockedBallot, store: FileStore | null): Promise<OpenedVote[]> {
  const { id, publicKey } = ballot;
  if (!store || publicKey === null) throw new Error('A secret ballot is counted where its key is kept.');
  const opened = await openSealedVotes(store, { id, publicKey }, await sealedVotes(work, id));
  await saveOpenedVotes(work, id, opened);
  work.enqueue({ name: 'delete-files', payload: { keys: [ballotKeyOf(id, publicKey)] } });
  return opened;
}

interface Closing {
  readonly closedAt: Date;
  /** Where the key of a secret ballot is kept. */
  readonly store: FileStore | null;
}

/** Closes a ballot that is locked and counts it: no vote comes any more. */
export async function closeIn(
  work: Work,
  actor: Actor | null,
  ballot: LockedBallot,
  { closedAt, store }: Closing,
): Promise<void> {
  ballotLifecycle.move(ballot.state, 'close');
  const { head } = ballot;
  const opened = ballot.secret ? await openVotes(work, ballot, store) : null;
  const count = countOf(opened?.map(({ choice }) => choice) ?? (await countedChoices(work, ballot.id)));
  const outcome = outcomeOf(ballot, count, ballot.electorCount);
  const extensions = await listExtensions(work, ballot.id);
  const closing = closingOf({ head, closedAt, extensions, opened, count, outcome });
  await saveResult(work, ballot.id, { closedAt, count, outcome, closing });
  // What was put to the vote follows at once, not with the next minute.
  work.enqueue({ name: 'turn-positions', payload: {} });
  work.record({
    ...ballotEvent('ballot.closed', actor, ballot, {}),
    organizationIds: (await listElectors(work, ballot.id)).map(({ id }) => id),
    detail: { count, outcome, head, closing },
  });
}

/** Closes a ballot before its time: only once everybody has voted. At its time the clock closes it. */
export const closeBallot = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof ballotsRoutes.closeBallot>,
  store: FileStore | null = null,
): Promise<BallotView> =>
  unit.run(actor, async (work) => {
    const ballot = found(await lockBallot(work, actor, params.id));
    allow(ballotPolicy.manage(actor));
    ballotLifecycle.move(ballot.state, 'close');
    const current = await readBallotIn(work, actor, ballot.id);
    expectVersion(body.version, ballot.version, () => current);
    const now = await clock(work);
    if (ballot.votedCount < ballot.electorCount && now < ballot.closesAt) throw new Problem('votes-missing');
    await closeIn(work, actor, ballot, { closedAt: now, store }).catch((cause: unknown) => {
      if (cause instanceof BallotKeyMissing) throw new Problem('ballot-key-missing', {}, { cause });
      throw cause;
    });
    return readBallotIn(work, actor, ballot.id);
  });
