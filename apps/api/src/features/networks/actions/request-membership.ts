import type { Given, MembershipView, networksRoutes } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { networkLifecycle } from '../network.lifecycle.ts';
import { membershipPolicy } from '../network.policy.ts';
import { readMembershipIn } from '../networks.queries.ts';
import { insertRequest, lockNetwork, memberName } from '../networks.store.ts';
import { recordConfirmation } from './confirm-membership.ts';

type Input = Given<typeof networksRoutes.requestMembership>;

/** Asks to join for a gmina. A request by its mayor or coordinator is the gmina's confirmation at once. */
export const requestMembership = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<MembershipView> =>
  unit.run(actor, async (work) => {
    const network = found(await lockNetwork(work, actor, params.id));
    allow(membershipPolicy.request(actor, body.organizationId));
    networkLifecycle.move(network.state, 'work');
    if (network.joinPolicy === 'INVITATION') throw new Problem('by-invitation-only');
    const organization = await memberName(work, body.organizationId);
    if (organization === undefined) refuse([bodyIssue('/organizationId', 'not_a_member')]);
    const { organizationId, role, note } = body;
    if (!(await insertRequest(work, { networkId: network.id, organizationId, role, note: note || null }))) {
      throw new Problem('membership-exists');
    }
    if (membershipPolicy.confirm(actor, { organizationId })) {
      await recordConfirmation(work, network, organizationId);
    } else {
      work.record({
        kind: 'membership.requested',
        facts: { network: { pl: network.namePl, en: network.nameEn }, organization: organization ?? '' },
        actingFor: organizationId,
        networkId: network.id,
        organizationId,
      });
    }
    return readMembershipIn(work, actor, network.id, organizationId);
  });
