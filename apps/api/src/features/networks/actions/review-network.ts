import type { Given, networksRoutes, NetworkView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { readNetworkIn } from '../networks.queries.ts';
import { insertReview, lockNetwork, saveNetworkState } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.reviewNetwork>;

/** Notes the year's review of a permanent network; what follows from it is a deed of its own. */
export const reviewNetwork = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<NetworkView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    allow(networkPolicy.review(actor, network));
    const state = networkLifecycle.move(network.state, 'work');
    if (network.kind !== 'PERMANENT') throw new Problem('wrong-state', { state: network.state });
    const current = await readNetworkIn(work, actor, network.id);
    expectVersion(body.version, network.version, () => current);
    const year = await insertReview(work, network.id, body);
    if (year === undefined) throw new Problem('review-exists');
    await saveNetworkState(work, network.id, state, network.mandateId);
    work.record({
      kind: 'network.reviewed',
      facts: { network: { pl: network.namePl, en: network.nameEn }, year },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      detail: { outcome: body.outcome, summary: body.summary },
    });
    return readNetworkIn(work, actor, network.id);
  });
