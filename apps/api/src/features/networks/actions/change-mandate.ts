import type { Given, networksRoutes, NetworkView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { isInForce, saveAssociationResolution } from '../../organizations/index.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { readNetworkIn } from '../networks.queries.ts';
import { lockNetwork, saveNetworkState } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.changeMandate>;

/** Puts a network at work under another resolution; tasks keep the one under which they were written. */
export const changeMandate = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<NetworkView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    allow(networkPolicy.nameMandate(actor));
    const state = networkLifecycle.move(network.state, 'work');
    const current = await readNetworkIn(work, actor, network.id);
    expectVersion(body.version, network.version, () => current);
    const mandateId = await saveAssociationResolution(work, body.mandate);
    if (!(await isInForce(work, mandateId))) throw new Problem('mandate-not-in-force');
    await saveNetworkState(work, network.id, state, mandateId);
    work.record({
      kind: 'network.mandate-changed',
      facts: { network: { pl: network.namePl, en: network.nameEn }, mandate: body.mandate.number },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      detail: { former: network.mandateId, mandate: mandateId },
    });
    return readNetworkIn(work, actor, network.id);
  });
