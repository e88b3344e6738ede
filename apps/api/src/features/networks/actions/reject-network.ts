import type { Given, networksRoutes, NetworkView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { readNetworkIn } from '../networks.queries.ts';
import { lockNetwork, saveNetworkState } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.rejectNetwork>;

/** Rejects a proposed network; its proposer is told why. */
export const rejectNetwork = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<NetworkView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    allow(networkPolicy.reject(actor));
    const state = networkLifecycle.move(network.state, 'reject');
    const current = await readNetworkIn(work, actor, network.id);
    expectVersion(body.version, network.version, () => current);
    await saveNetworkState(work, network.id, state, network.mandateId);
    work.record({
      kind: 'network.rejected',
      facts: { network: { pl: network.namePl, en: network.nameEn }, reason: body.reason },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      organizationId: network.proposedById,
    });
    return readNetworkIn(work, actor, network.id);
  });
