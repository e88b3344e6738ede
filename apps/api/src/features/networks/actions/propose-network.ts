import type { Given, networksRoutes, NetworkView } from '@blizej/contracts';
import { isSecretariat, mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { saveAssociationResolution, today } from '../../organizations/index.ts';
import { networkPolicy } from '../network.policy.ts';
import { clockIssues } from '../network.rules.ts';
import { readNetworkIn } from '../networks.queries.ts';
import { insertNetwork, lockWhole, memberName, standardTasksOf } from '../networks.store.ts';

type Proposal = Given<typeof networksRoutes.proposeNetwork>['body'];

/** A gmina or the secretariat proposes a network; its mandate may come now or when it is activated. */
export const proposeNetwork = (unit: UnitOfWork, actor: Actor, proposal: Proposal): Promise<NetworkView> =>
  unit.run(actor, async (work) => {
    allow(networkPolicy.propose(actor));
    refuse(clockIssues(proposal.kind, proposal.endsOn, await today(work)));
    if (proposal.mandate) allow(networkPolicy.nameMandate(actor));
    const proposedById = mainOffice(actor)?.organizationId ?? '';
    // Who has not joined the association, or has left it, proposes nothing.
    if (!isSecretariat(actor)) allow((await memberName(work, proposedById)) !== undefined);
    if (proposal.parentId !== undefined && !(await lockWhole(work, proposal.parentId))) {
      refuse([bodyIssue('/parentId', 'no_such_network')]);
    }
    const standardTasks = proposal.templateId === undefined ? [] : await standardTasksOf(work, proposal.templateId);
    if (!standardTasks) throw new Problem('invalid', { issues: [bodyIssue('/templateId', 'no_such_template')] });
    const id = await insertNetwork(work, {
      kind: proposal.kind,
      namePl: proposal.namePl,
      nameEn: proposal.nameEn ?? null,
      purposePl: proposal.purposePl,
      purposeEn: proposal.purposeEn ?? null,
      joinPolicy: proposal.joinPolicy,
      benefit: proposal.benefit,
      goals: proposal.goals,
      topics: proposal.topics,
      parentId: proposal.parentId ?? null,
      endsOn: proposal.endsOn ?? null,
      mandateId: proposal.mandate ? await saveAssociationResolution(work, proposal.mandate) : null,
      proposedById,
      standardTasks,
    });
    work.record({
      kind: 'network.proposed',
      facts: { network: { pl: proposal.namePl, en: proposal.nameEn ?? null } },
      actingFor: proposedById,
      networkId: id,
    });
    return readNetworkIn(work, actor, id);
  });
