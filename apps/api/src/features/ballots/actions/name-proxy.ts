import type { ballotsRoutes, Given, ProxyView } from '@blizej/contracts';
import { isSecretariat, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { proxyPolicy } from '../ballot.policy.ts';
import { proxyIssues } from '../ballot.rules.ts';
import { clock, dayOf, lockBallot } from '../ballots.store.ts';
import { readProxyIn } from '../proxies.queries.ts';
import { findHolder, insertProxy, lockGmina, proxyExists, type FoundHolder } from '../proxies.store.ts';

type Input = Given<typeof ballotsRoutes.nameProxy>;

/** Refuses a ballot in which nobody will vote by proxy any more, or at all. */
async function refuseBallot(work: Work, actor: Actor, ballotId: string): Promise<void> {
  const ballot = await lockBallot(work, actor, ballotId);
  refuse(ballot ? [] : [bodyIssue('/ballotId', 'required')]);
  if (ballot?.state === 'WITHDRAWN') throw new Problem('ballot-withdrawn');
  if (ballot?.state === 'CLOSED') throw new Problem('ballot-closed');
  refuse(ballot?.proxyLimit === 0 ? [bodyIssue('/ballotId', 'takes_no_proxies')] : []);
}

/** Nobody gives themselves another's vote, and the gmina's own people get it from its mayor, or through the secretariat. */
function refuseNamer(actor: Actor, { organizationId, email }: Input['body'], holder: FoundHolder): void {
  refuse(holder.isNamer ? [bodyIssue(email === undefined ? '/holderId' : '/email', 'holder_is_namer')] : []);
  const taken = holder.isOwnPerson && !proxyPolicy.nameOwnPerson(actor, organizationId);
  refuse(taken ? [bodyIssue('/email', 'own_person_by_mayor')] : []);
}

/**
 * Lets others vote for a gmina, by a document. Whom an address belongs to, and where that person works, a gmina learns of its own
 * people alone, whom it sees anyway: any other address gets one answer, whether somebody has it or not. It names another gmina,
 * whose vote its mayor or delegate then casts; one person there is entered by the secretariat, which sees all accounts.
 */
export const nameProxy = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<ProxyView> =>
  unit.run(actor, async (work) => {
    found(proxyPolicy.read(actor) || undefined);
    allow(proxyPolicy.manage(actor, body.organizationId));
    const foreign = isSecretariat(actor);
    refuse(proxyIssues(body, await dayOf(work, await clock(work)), foreign));
    const { organizationId, holderId, email, ballotId } = body;
    if (ballotId !== undefined) await refuseBallot(work, actor, ballotId);
    const name = await lockGmina(work, { organizationId, ballotId });
    const holder = await findHolder(work, {
      organizationId,
      holderId,
      email,
      ballotId,
      namerId: actor.personId,
      peopleOf: proxyPolicy.peopleOf(actor, organizationId),
    });
    if (!holder || name === undefined) {
      throw new Problem('invalid', {
        issues: [
          ...(name === undefined ? [bodyIssue('/organizationId', 'gmina_does_not_vote')] : []),
          ...(holder
            ? []
            : [
                email === undefined
                  ? bodyIssue('/holderId', 'gmina_does_not_vote')
                  : bodyIssue('/email', foreign ? 'nobody_of_a_voter' : 'nobody_of_own_gmina'),
              ]),
        ],
      });
    }
    refuseNamer(actor, body, holder);
    if (await proxyExists(work, organizationId, body)) throw new Problem('proxy-exists');
    const id = await insertProxy(work, {
      organizationId,
      holderId: holder.holderId,
      holderPersonId: holder.holderPersonId,
      ballotId: ballotId ?? null,
      validFrom: body.validFrom ?? null,
      validUntil: body.validUntil ?? null,
      document: body.document,
      documentOn: body.documentOn,
      trace: foreign ? (body.trace ?? null) : null,
      enteredById: actor.personId,
    });
    work.record({
      kind: 'ballot.proxy-named',
      facts: { organization: name, holder: holder.name, document: body.document },
      actingFor: foreign ? (actor.offices[0]?.organizationId ?? null) : organizationId,
      organizationId,
      organizationIds: [organizationId, holder.holderId],
      personId: holder.holderPersonId,
      detail: { proxyId: id, trace: body.trace ?? null },
    });
    return readProxyIn(work, actor, id);
  });
