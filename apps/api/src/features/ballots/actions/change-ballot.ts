import type { ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotLifecycle } from '../ballot.lifecycle.ts';
import { ballotPolicy } from '../ballot.policy.ts';
import { draftIssues } from '../ballot.rules.ts';
import { readBallotIn } from '../ballots.queries.ts';
import { clock, lockBallot, saveTerms } from '../ballots.store.ts';
import { termsOf } from './write-ballot.ts';

/** Changes a draft; what is announced stands. */
export const changeBallot = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { version, ...draft } }: Given<typeof ballotsRoutes.changeBallot>,
): Promise<BallotView> =>
  unit.run(actor, async (work) => {
    const ballot = found(await lockBallot(work, actor, params.id));
    allow(ballotPolicy.manage(actor));
    ballotLifecycle.move(ballot.state, 'change');
    const current = await readBallotIn(work, actor, ballot.id);
    expectVersion(version, ballot.version, () => current);
    refuse(draftIssues(draft, await clock(work)));
    await saveTerms(work, ballot.id, termsOf(draft));
    work.record(ballotEvent('ballot.changed', actor, { id: ballot.id, ...draft }, {}));
    return readBallotIn(work, actor, ballot.id);
  });
