import type { ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotPolicy } from '../ballot.policy.ts';
import { draftIssues } from '../ballot.rules.ts';
import { readBallotIn } from '../ballots.queries.ts';
import { clock, insertBallot, type Terms } from '../ballots.store.ts';

type Draft = Given<typeof ballotsRoutes.writeBallot>['body'];

/** The columns of a draft. */
export const termsOf = ({
  legalBasis,
  secret = false,
  proxyLimit,
  reminderHours = [],
  opensAt,
  closesAt,
  ...draft
}: Draft): Terms => ({
  ...draft,
  secret,
  // One, as long as the statute says nothing else.
  proxyLimit: proxyLimit ?? (secret ? 0 : 1),
  reminderHours,
  legalBasis: legalBasis ?? null,
  opensAt: opensAt === undefined ? null : new Date(opensAt),
  closesAt: new Date(closesAt),
});

/** Writes the draft of a ballot. */
export const writeBallot = (
  unit: UnitOfWork,
  actor: Actor,
  { body }: Given<typeof ballotsRoutes.writeBallot>,
): Promise<BallotView> =>
  unit.run(actor, async (work) => {
    allow(ballotPolicy.manage(actor));
    refuse(draftIssues(body, await clock(work)));
    const id = await insertBallot(work, termsOf(body));
    work.record(ballotEvent('ballot.written', actor, { id, ...body }, {}));
    return readBallotIn(work, actor, id);
  });
