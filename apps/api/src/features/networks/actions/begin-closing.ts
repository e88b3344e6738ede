import type { Given, networksRoutes, NetworkView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { insertReport } from '../closing.store.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { readNetworkIn } from '../networks.queries.ts';
import { lockNetwork, saveNetworkState } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.beginClosing>;

/** From now on nothing new is begun in the network; what is asked is still answered, and the report is written. */
export const beginClosing = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<NetworkView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    allow(networkPolicy.beginClosing(actor, network));
    const state = networkLifecycle.move(network.state, 'beginClosing');
    const current = await readNetworkIn(work, actor, network.id);
    expectVersion(body.version, network.version, () => current);
    await saveNetworkState(work, network.id, state, network.mandateId);
    await insertReport(work, network.id);
    work.record({
      kind: 'network.closing',
      facts: { network: { pl: network.namePl, en: network.nameEn } },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
    });
    return readNetworkIn(work, actor, network.id);
  });
