import type { ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { ballotPolicy } from '../ballot.policy.ts';
import { extensionIssues } from '../ballot.rules.ts';
import { readBallotIn } from '../ballots.queries.ts';
import { clock, dayOf, listElectors, lockBallot, saveBallotExtension } from '../ballots.store.ts';

/** Puts off the close: before it only, and with a reason that all read. */
export const extendBallot = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body }: Given<typeof ballotsRoutes.extendBallot>,
): Promise<BallotView> =>
  unit.run(actor, async (work) => {
    const ballot = found(await lockBallot(work, actor, params.id));
    allow(ballotPolicy.manage(actor));
    ballotLifecycle.move(ballot.state, 'extend');
    const now = await clock(work);
    if (now >= ballot.closesAt) throw new Problem('ballot-closed');
    const current = await readBallotIn(work, actor, ballot.id);
    expectVersion(body.version, ballot.version, () => current);
    refuse(extensionIssues(body.closesAt, ballot.closesAt, now));
    const closesAt = new Date(body.closesAt);
    await saveBallotExtension(work, ballot, { closesAt, reason: body.reason });
    work.record({
      ...ballotEvent('ballot.extended', actor, ballot, { until: await dayOf(work, closesAt), reason: body.reason }),
      organizationIds: (await listElectors(work, ballot.id)).map(({ id }) => id),
      detail: { former: ballot.closesAt.toISOString(), closesAt: closesAt.toISOString() },
    });
    return readBallotIn(work, actor, ballot.id);
  });
