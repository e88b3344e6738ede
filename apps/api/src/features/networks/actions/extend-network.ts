import type { Given, networksRoutes, NetworkView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { isInForce, saveAssociationResolution, today } from '../../organizations/index.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { extensionIssues } from '../network.rules.ts';
import { readNetworkIn } from '../networks.queries.ts';
import { lockNetwork, saveExtension } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.extendNetwork>;

/** Puts off the end of a temporary network: never but by a resolution. */
export const extendNetwork = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<NetworkView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    allow(networkPolicy.extend(actor));
    networkLifecycle.move(network.state, 'work');
    const current = await readNetworkIn(work, actor, network.id);
    expectVersion(body.version, network.version, () => current);
    refuse(extensionIssues(network.kind, body.endsOn, { endsOn: network.endsOn, today: await today(work) }));
    const resolutionId = await saveAssociationResolution(work, body.resolution);
    if (!(await isInForce(work, resolutionId))) throw new Problem('mandate-not-in-force');
    await saveExtension(work, network, { resolutionId, endsOn: body.endsOn, reason: body.reason });
    work.record({
      kind: 'network.extended',
      facts: {
        network: { pl: network.namePl, en: network.nameEn },
        until: body.endsOn,
        mandate: body.resolution.number,
      },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      detail: { former: network.endsOn, reason: body.reason },
    });
    return readNetworkIn(work, actor, network.id);
  });
