import type { Given, OrganizationDetail, organizationsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { associationLifecycle } from '../organization.lifecycle.ts';
import { organizationPolicy } from '../organization.policy.ts';
import { readOrganizationIn } from '../organizations.queries.ts';
import { lockMunicipality, saveCandidacy } from '../organizations.store.ts';

type Input = Given<typeof organizationsRoutes.makeCandidate>;

/** A gmina wants to join: from now on it is shown as a candidate. */
export const makeCandidate = (unit: UnitOfWork, actor: Actor, { params }: Input): Promise<OrganizationDetail> =>
  unit.run(actor, async (work) => {
    const gmina = found(await lockMunicipality(work, actor, params.id));
    allow(organizationPolicy.keepMembership(actor));
    associationLifecycle.move(gmina.status ?? 'NONE', 'makeCandidate');
    await saveCandidacy(work, gmina.id);
    work.record({
      kind: 'organization.candidate',
      facts: { organization: gmina.name },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationId: gmina.id,
    });
    return readOrganizationIn(work, actor, gmina.id);
  });
