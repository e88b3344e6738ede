import type { Given, networksRoutes, NetworkView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { isInForce, saveAssociationResolution } from '../../organizations/index.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { networkPolicy } from '../network.policy.ts';
import { readNetworkIn } from '../networks.queries.ts';
import { lockNetwork, memberName, saveLead, saveNetworkState } from '../networks.store.ts';

type Input = Given<typeof networksRoutes.activateNetwork>;

/** Activates a proposed network: under a mandate, with a member of the association as its lead. */
export const activateNetwork = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<NetworkView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    allow(networkPolicy.activate(actor));
    const state = networkLifecycle.move(network.state, 'activate');
    const current = await readNetworkIn(work, actor, network.id);
    expectVersion(body.version, network.version, () => current);
    const mandateId = body.mandate ? await saveAssociationResolution(work, body.mandate) : network.mandateId;
    const mandate = body.mandate?.number ?? network.mandateNumber;
    if (mandateId === null || mandate === null) throw new Problem('mandate-missing');
    if (!(await isInForce(work, mandateId))) throw new Problem('mandate-not-in-force');
    const lead = await memberName(work, body.leadOrganizationId);
    if (lead === undefined) refuse([bodyIssue('/leadOrganizationId', 'not_a_member')]);
    await saveLead(work, network.id, body.leadOrganizationId);
    await saveNetworkState(work, network.id, state, mandateId);
    work.record({
      kind: 'network.activated',
      facts: { network: { pl: network.namePl, en: network.nameEn }, mandate },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      networkId: network.id,
      organizationId: body.leadOrganizationId,
    });
    return readNetworkIn(work, actor, network.id);
  });
