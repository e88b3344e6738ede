import type { Given, networksRoutes, NetworkView } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { saveAssociationResolution, today } from '../../organizations/index.ts';
import { networkPolicy } from '../network.policy.ts';
import { clockIssues } from '../network.rules.ts';
import { readNetworkIn } from '../networks.queries.ts';
import { insertNetwork } from '../networks.store.ts';

type Proposal = Given<typeof networksRoutes.proposeNetwork>['body'];

/** Proposes a network; its mandate may come now or when it is activated. */
export const proposeNetwork = (unit: UnitOfWork, actor: Actor, proposal: Proposal): Promise<NetworkView> =>
  unit.run(actor, async (work) => {
    allow(networkPolicy.propose(actor));
    refuse(clockIssues(proposal.kind, proposal.endsOn, await today(work)));
    const proposedById = mainOffice(actor)?.organizationId ?? '';
    const id = await insertNetwork(work, {
      kind: proposal.kind,
      namePl: proposal.namePl,
      nameEn: proposal.nameEn ?? null,
      purposePl: proposal.purposePl,
      purposeEn: proposal.purposeEn ?? null,
      joinPolicy: proposal.joinPolicy,
      endsOn: proposal.endsOn ?? null,
      mandateId: proposal.mandate ? await saveAssociationResolution(work, proposal.mandate) : null,
      proposedById,
    });
    work.record({
      kind: 'network.proposed',
      facts: { network: { pl: proposal.namePl, en: proposal.nameEn ?? null } },
      actingFor: proposedById,
      networkId: id,
    });
    return readNetworkIn(work, actor, id);
  });
