import type { ballotsRoutes, BallotView, Given } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { newNonce, receiptOf } from '../ballot-chain.ts';
import { ballotEvent } from '../ballot-event.ts';
import { ballotPolicy } from '../ballot.policy.ts';
import { phaseOf } from '../ballot.rules.ts';
import { readBallotIn } from '../ballots.queries.ts';
import { clock, countedVote, dayOf, electorName, insertVote, lockBallot } from '../ballots.store.ts';
import { lastLink } from './cast-vote.ts';

/**
 * Enters a vote that came on paper, with its trace; the gmina is told at once, and may vote anew in the portal. Over what the
 * gmina cast itself no paper goes: it corrects another paper, or comes before its proxy's vote.
 */
export const enterPaperVote = (
  unit: UnitOfWork,
  actor: Actor,
  {
    params,
    body: { organizationId, choice, office, reference, on, trace },
  }: Given<typeof ballotsRoutes.enterPaperVote>,
): Promise<BallotView> =>
  unit.run(actor, async (work) => {
    const ballot = found(await lockBallot(work, actor, params.id));
    allow(ballotPolicy.manage(actor));
    if (ballot.secret) throw new Problem('ballot-secret');
    const castAt = await clock(work);
    const before = lastLink(ballot, phaseOf(ballot.state, ballot.closesAt, castAt));
    const name = await electorName(work, ballot.id, organizationId);
    if (name === undefined) throw new Problem('not-in-electorate');
    const earlier = await countedVote(work, ballot.id, organizationId);
    if (earlier?.proxyId === null && earlier.channel !== 'PAPER') throw new Problem('voted-itself');
    refuse(on > (await dayOf(work, castAt)) ? [bodyIssue('/on', 'in_future')] : []);
    const vote = {
      number: ballot.voteCount + 1,
      organizationId,
      choice,
      office,
      castAt,
      nonce: newNonce(),
      channel: 'PAPER' as const,
      paper: { reference, on, trace },
    };
    const receipt = receiptOf(before, vote);
    await insertVote(work, ballot.id, { ...vote, personId: actor.personId, receipt });
    work.record({
      ...ballotEvent('ballot.paper-entered', actor, ballot, { organization: name, document: reference }),
      organizationId,
      detail: { number: vote.number, receipt, on, trace },
    });
    return readBallotIn(work, actor, ballot.id);
  });
