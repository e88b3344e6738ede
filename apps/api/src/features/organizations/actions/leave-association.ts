import type { Given, OrganizationDetail, organizationsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import type { WhenLeft } from '../../../kernel/leaving.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { associationLifecycle } from '../organization.lifecycle.ts';
import { organizationPolicy } from '../organization.policy.ts';
import { leavingIssues } from '../organization.rules.ts';
import { readOrganizationIn } from '../organizations.queries.ts';
import { isEngaged, lockMunicipality, saveCouncilResolution, saveLeaving, today } from '../organizations.store.ts';

type Input = Given<typeof organizationsRoutes.leaveAssociation>;

/** A gmina leaves the association by the resolution of its council, once nothing holds it in the common work. */
export const leaveAssociation = (
  unit: UnitOfWork,
  actor: Actor,
  leavings: readonly WhenLeft[],
  { params, body }: Input,
): Promise<OrganizationDetail> =>
  unit.run(actor, async (work) => {
    const gmina = found(await lockMunicipality(work, actor, params.id));
    allow(organizationPolicy.keepMembership(actor));
    associationLifecycle.move(gmina.status ?? 'NONE', 'leave');
    if (await isEngaged(work, gmina.id)) throw new Problem('still-engaged');
    const { resolution, memberUntil } = body;
    const days = { adoptedOn: resolution.adoptedOn, memberUntil };
    refuse(leavingIssues(days, { memberSince: gmina.memberSince, today: await today(work) }));
    await saveLeaving(work, gmina.id, memberUntil, await saveCouncilResolution(work, gmina.id, resolution));
    work.record({
      kind: 'organization.left',
      facts: { organization: gmina.name, resolution: resolution.number, until: memberUntil },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId: gmina.id,
    });
    for (const follow of leavings) await follow(work, actor, gmina);
    return readOrganizationIn(work, actor, gmina.id);
  });
