import type { ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { ballotPolicy } from '../ballot.policy.ts';
import { readBallotIn } from '../ballots.queries.ts';
import { clock, dayOf, listMembers, lockBallot, lockBallotByClock, saveSchedule } from '../ballots.store.ts';
import { dropKey, keyFor, openIn } from './open-ballot.ts';

/** Whether announcing opens a secret ballot; found out again under the lock. */
const opensSecretly = (unit: UnitOfWork, id: string): Promise<boolean> =>
  unit.run(null, async (work) => {
    const ballot = await lockBallotByClock(work, id);
    return ballot?.state === 'DRAFT' && ballot.secret && (!ballot.opensAt || ballot.opensAt <= (await clock(work)));
  });

/** Announces a ballot: it opens at once, or by the clock at the time that it names. */
export async function announceBallot(
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof ballotsRoutes.announceBallot>,
  /** Without it no secret ballot opens. */
  store: FileStore | null = null,
): Promise<BallotView> {
  const { id } = params;
  const secret = ballotPolicy.manage(actor) && (await opensSecretly(unit, id));
  const publicKey = await keyFor(store, { id, secret });
  const announce = unit.run(actor, async (work) => {
    const ballot = found(await lockBallot(work, actor, id));
    allow(ballotPolicy.manage(actor));
    ballotLifecycle.move(ballot.state, 'schedule');
    const current = await readBallotIn(work, actor, ballot.id);
    expectVersion(body.version, ballot.version, () => current);
    const now = await clock(work);
    // The draft may have lain until its time was over.
    refuse(ballot.closesAt > now ? [] : [bodyIssue('/closesAt', 'already_past')]);
    if (ballot.opensAt && ballot.opensAt > now) {
      await saveSchedule(work, ballot.id);
      work.record({
        ...ballotEvent('ballot.announced', actor, ballot, { since: await dayOf(work, ballot.opensAt) }),
        organizationIds: (await listMembers(work)).map((member) => member.id),
      });
    } else {
      await openIn(work, actor, ballot, { openedAt: now, publicKey });
    }
    return readBallotIn(work, actor, ballot.id);
  });
  const used = await announce.then(
    (view) => view.publicKey,
    () => null,
  );
  if (used !== publicKey) await dropKey(store, id, publicKey);
  return announce;
}
