import type { BallotPhase, ballotsRoutes, Given, ReceiptView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { newNonce, receiptOf } from '../ballot-chain.ts';
import { ballotEvent } from '../ballot-event.ts';
import { votingOfficeOf } from '../ballot.policy.ts';
import { phaseOf } from '../ballot.rules.ts';
import { clock, electorName, insertVote, lockBallot, type LockedBallot } from '../ballots.store.ts';

/** The link before the next vote; refuses, in the voter's words, a ballot that takes no vote at this moment. */
const lastLink = (ballot: LockedBallot, phase: BallotPhase): string => {
  if (phase === 'WITHDRAWN') throw new Problem('ballot-withdrawn');
  if (phase === 'CLOSED' || phase === 'COUNTING') throw new Problem('ballot-closed');
  if (phase !== 'OPEN' || ballot.head === null) throw new Problem('ballot-not-open');
  return ballot.head;
};

/**
 * Votes for a gmina. The lock on the ballot puts votes and the close in one order: a vote that is acknowledged is in the
 * record that the close counts, and the clock is read under the lock, so that none waits itself past the close.
 */
export const castVote = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { organizationId, choice } }: Given<typeof ballotsRoutes.castVote>,
): Promise<ReceiptView> =>
  unit.run(actor, async (work) => {
    const ballot = found(await lockBallot(work, actor, params.id));
    const office = votingOfficeOf(actor, organizationId);
    if (!office) throw new Problem('forbidden');
    const castAt = await clock(work);
    const before = lastLink(ballot, phaseOf(ballot.state, ballot.closesAt, castAt));
    const name = await electorName(work, ballot.id, organizationId);
    if (name === undefined) throw new Problem('not-in-electorate');
    const vote = { number: ballot.voteCount + 1, organizationId, choice, office, castAt, nonce: newNonce() };
    const receipt = receiptOf(before, vote);
    await insertVote(work, ballot.id, { ...vote, personId: actor.personId, receipt });
    work.record({
      ...ballotEvent('ballot.cast', actor, ballot, { organization: name }),
      actingFor: organizationId,
      organizationId,
      // The receipt and not the choice: the audit's seals then hold the chain too, and tell nobody the count.
      detail: { number: vote.number, receipt },
    });
    return {
      number: vote.number,
      choice,
      office,
      castAt: castAt.toISOString(),
      receipt,
      organization: { id: organizationId, name },
    };
  });
