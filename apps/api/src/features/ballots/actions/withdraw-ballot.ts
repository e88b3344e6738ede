import type { ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { ballotPolicy } from '../ballot.policy.ts';
import { ballotKeyOf } from '../ballot-seal.ts';
import { phaseOf } from '../ballot.rules.ts';
import { readBallotIn } from '../ballots.queries.ts';
import { clock, listElectors, listMembers, lockBallot, saveWithdrawal } from '../ballots.store.ts';

/**
 * Withdraws a ballot before its close, or one that nobody can count; whoever knew of it is told why. What was sealed goes with it
 * (a trigger), and its key.
 */
export const withdrawBallot = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof ballotsRoutes.withdrawBallot>,
): Promise<BallotView> =>
  unit.run(actor, async (work) => {
    const ballot = found(await lockBallot(work, actor, params.id));
    allow(ballotPolicy.manage(actor));
    ballotLifecycle.move(ballot.state, 'withdraw');
    // What the gminas have decided by then is not taken from them, unless nobody can know what it is.
    const phase = phaseOf(ballot.state, ballot.closesAt, await clock(work), ballot.keyMissingSince !== null);
    if (phase === 'COUNTING') throw new Problem('ballot-closed');
    const current = await readBallotIn(work, actor, ballot.id);
    expectVersion(body.version, ballot.version, () => current);
    await saveWithdrawal(work, ballot.id, body.reason);
    // What was put to the vote goes back at once, not with the next minute.
    work.enqueue({ name: 'turn-positions', payload: {} });
    if (ballot.publicKey !== null)
      work.enqueue({ name: 'delete-files', payload: { keys: [ballotKeyOf(ballot.id, ballot.publicKey)] } });
    const knew =
      ballot.announcedAt === null
        ? []
        : ballot.openedAt
          ? await listElectors(work, ballot.id)
          : await listMembers(work);
    work.record({
      ...ballotEvent('ballot.withdrawn', actor, ballot, { reason: body.reason }),
      organizationIds: knew.map(({ id }) => id),
    });
    return readBallotIn(work, actor, ballot.id);
  });
