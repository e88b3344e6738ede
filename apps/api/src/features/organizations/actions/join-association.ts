import type { Given, OrganizationDetail, organizationsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { associationLifecycle } from '../organization.lifecycle.ts';
import { organizationPolicy } from '../organization.policy.ts';
import { joiningIssues } from '../organization.rules.ts';
import { readOrganizationIn } from '../organizations.queries.ts';
import { lockMunicipality, saveAccession, saveCouncilResolution, today } from '../organizations.store.ts';

type Input = Given<typeof organizationsRoutes.joinAssociation>;

/** A gmina joins the association by the resolution of its council. */
export const joinAssociation = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<OrganizationDetail> =>
  unit.run(actor, async (work) => {
    const gmina = found(await lockMunicipality(work, actor, params.id));
    allow(organizationPolicy.keepMembership(actor));
    associationLifecycle.move(gmina.status ?? 'NONE', 'join');
    const { resolution, memberSince } = body;
    const days = { adoptedOn: resolution.adoptedOn, memberSince };
    refuse(joiningIssues(days, { formerUntil: gmina.memberUntil, today: await today(work) }));
    await saveAccession(work, gmina.id, memberSince, await saveCouncilResolution(work, gmina.id, resolution));
    work.record({
      kind: 'organization.joined',
      facts: { organization: gmina.name, resolution: resolution.number, since: memberSince },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId: gmina.id,
    });
    return readOrganizationIn(work, actor, gmina.id);
  });
