import type { BallotPhase, ballotsRoutes, Given, Office, ReceiptView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { bodyIssue, notFound, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { newNonce, receiptOf } from '../ballot-chain.ts';
import { ballotEvent } from '../ballot-event.ts';
import { digestOf } from '../ballot-seal.ts';
import { proxyOfficeOf, votingOfficeOf } from '../ballot.policy.ts';
import { phaseOf } from '../ballot.rules.ts';
import {
  clock,
  countedVote,
  electorName,
  insertVote,
  lockBallot,
  sealedBefore,
  type LockedBallot,
} from '../ballots.store.ts';
import { proxiesFor, votedByProxy, votedThereOnce, type HeldProxy } from '../proxies.store.ts';

type Input = Given<typeof ballotsRoutes.castVote>;

/** The link before the next vote; refuses, in the voter's words, a ballot that takes no vote at this moment. */
export const lastLink = (ballot: LockedBallot, phase: BallotPhase): string => {
  if (phase === 'WITHDRAWN') throw new Problem('ballot-withdrawn');
  if (phase === 'CLOSED' || phase === 'COUNTING') throw new Problem('ballot-closed');
  if (phase !== 'OPEN' || ballot.head === null) throw new Problem('ballot-not-open');
  return ballot.head;
};

/** By what the actor votes for a gmina: an office in it, or a proxy. */
interface Standing {
  readonly office: Office;
  readonly proxy?: HeldProxy;
}

async function standingOf(
  work: Work,
  actor: Actor,
  ballotId: string,
  organizationId: string,
): Promise<Standing | undefined> {
  const own = votingOfficeOf(actor, organizationId);
  if (own) return { office: own };
  for (const proxy of await proxiesFor(work, ballotId, organizationId)) {
    const office = proxyOfficeOf(actor, proxy);
    if (office) return { office, proxy };
  }
  return undefined;
}

/** Whoever once voted for the gmina is told that this is over, whether there is such a ballot or not. */
async function refuseStranger(work: Work, actor: Actor, organizationId: string, otherwise: Problem): Promise<never> {
  throw (await votedThereOnce(work, actor.personId, organizationId)) ? new Problem('office-ended') : otherwise;
}

/** Refuses what is not sealed in a secret ballot, and what is sealed in another. */
const refuseWrongKind = ({ secret }: LockedBallot, { choice, sealed }: Input['body']): void => {
  const given = secret ? sealed : choice;
  const other = secret ? choice : sealed;
  refuse(given === undefined || other !== undefined ? [bodyIssue(secret ? '/sealed' : '/choice', 'required')] : []);
};

/** Refuses a vote that may not take the place of the gmina's earlier one, or one proxy too many. */
async function refuseOver(work: Work, ballot: LockedBallot, organizationId: string, proxy: HeldProxy | undefined) {
  const earlier = await countedVote(work, ballot.id, organizationId);
  if (ballot.secret && earlier) throw new Problem('already-voted');
  if (!proxy) return earlier;
  if (earlier && earlier.proxyId === null) throw new Problem('proxy-void');
  // A gmina's own person is no other gmina.
  const others = proxy.holderId !== organizationId;
  const { id: ballotId } = ballot;
  const { holderId } = proxy;
  const voted = others ? await votedByProxy(work, { ballotId, holderId, but: organizationId }) : -1;
  if (ballot.secret || ballot.proxyLimit === 0 || voted >= ballot.proxyLimit) throw new Problem('proxy-limit');
  return earlier;
}

/**
 * Votes for a gmina. The lock on the ballot puts votes and the close in one order: a vote that is acknowledged is in the
 * record that the close counts, and the clock is read under the lock, so that none waits itself past the close.
 */
export const castVote = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<ReceiptView> =>
  unit.run(actor, async (work) => {
    const { organizationId, choice, sealed, channel = 'PORTAL' } = body;
    const ballot = await lockBallot(work, actor, params.id);
    if (!ballot) return refuseStranger(work, actor, organizationId, notFound());
    const standing = await standingOf(work, actor, ballot.id, organizationId);
    if (!standing) return refuseStranger(work, actor, organizationId, new Problem('forbidden'));
    const castAt = await clock(work);
    const before = lastLink(ballot, phaseOf(ballot.state, ballot.closesAt, castAt));
    const name = await electorName(work, ballot.id, organizationId);
    if (name === undefined) throw new Problem('not-in-electorate');
    refuseWrongKind(ballot, body);
    const { office, proxy } = standing;
    const earlier = await refuseOver(work, ballot, organizationId, proxy);
    const digest = sealed === undefined ? undefined : digestOf(sealed);
    const isCopy = digest !== undefined && (await sealedBefore(work, ballot.id, digest));
    refuse(isCopy ? [bodyIssue('/sealed', 'sealed_is_cast')] : []);
    const vote = {
      number: ballot.voteCount + 1,
      organizationId,
      choice,
      digest,
      office,
      castAt,
      nonce: newNonce(),
      channel,
      proxy: proxy && { organizationId: proxy.holderId, document: proxy.document, documentOn: proxy.documentOn },
    };
    const receipt = receiptOf(before, vote);
    const added = { ...vote, personId: actor.personId, receipt, sealed, proxyId: proxy?.id };
    await insertVote(work, ballot.id, added);
    const concerned = {
      actingFor: proxy ? (mainOffice(actor)?.organizationId ?? null) : organizationId,
      organizationId,
      // The receipt and not the choice: the audit's seals then hold the chain too, and tell nobody the count.
      detail: { number: vote.number, receipt },
    };
    work.record(
      proxy
        ? {
            ...ballotEvent('ballot.cast-by-proxy', actor, ballot, { organization: name, holder: proxy.holder }),
            ...concerned,
          }
        : { ...ballotEvent('ballot.cast', actor, ballot, { organization: name }), ...concerned },
    );
    if (earlier?.channel === 'PAPER') {
      work.record({ ...ballotEvent('ballot.paper-replaced', actor, ballot, { organization: name }), organizationId });
    }
    return {
      number: vote.number,
      choice: choice ?? null,
      office,
      castAt: castAt.toISOString(),
      channel,
      proxy: vote.proxy ? { ...vote.proxy, organization: proxy?.holder ?? '' } : null,
      paper: null,
      receipt,
      organization: { id: organizationId, name },
    };
  });
