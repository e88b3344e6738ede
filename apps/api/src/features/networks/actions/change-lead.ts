import type { Given, networksRoutes, NetworkView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { readNetworkIn } from '../networks.queries.ts';
import { lockMembership, lockNetwork, saveLead, saveNetworkState } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.changeLead>;

/** Hands the lead to another active member; the former lead stays as a member. */
export const changeLead = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<NetworkView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    allow(networkPolicy.changeLead(actor, network));
    const state = networkLifecycle.move(network.state, 'work');
    const current = await readNetworkIn(work, actor, network.id);
    expectVersion(body.version, network.version, () => current);
    const membership = await lockMembership(work, network.id, body.organizationId);
    if (membership?.state !== 'ACTIVE') refuse([bodyIssue('/organizationId', 'not_in_network')]);
    await saveLead(work, network.id, body.organizationId);
    await saveNetworkState(work, network.id, state, network.mandateId);
    work.record({
      kind: 'network.lead-changed',
      facts: {
        network: { pl: network.namePl, en: network.nameEn },
        organization: membership?.organizationName ?? '',
      },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      organizationId: body.organizationId,
    });
    return readNetworkIn(work, actor, network.id);
  });
