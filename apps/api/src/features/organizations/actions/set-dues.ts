import type { duesRoutes, DuesView, Given } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { duesPolicy } from '../dues.policy.ts';
import { readDuesIn } from '../dues.queries.ts';
import { saveDuesRate } from '../dues.store.ts';
import { resolutionIssues } from '../organization.rules.ts';
import { memberIds, saveAssociationResolution, today } from '../organizations.store.ts';

type Input = Given<typeof duesRoutes.setDues>;

/** Notes what the association has resolved that a member pays for each inhabitant; every member is told. */
export const setDues = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<DuesView> =>
  unit.run(actor, async (work) => {
    allow(duesPolicy.set(actor));
    const { perInhabitant, resolution, replaces } = body;
    refuse(resolutionIssues(resolution.adoptedOn, await today(work)));
    const resolutionId = await saveAssociationResolution(work, resolution);
    if (!(await saveDuesRate(work, params.year, { perInhabitant, resolutionId, replaces }))) {
      throw new Problem('version-conflict', { current: await readDuesIn(work, actor, params.year) });
    }
    work.record({
      kind: 'dues.set',
      facts: { year: params.year, perInhabitant, resolution: resolution.number },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      organizationIds: await memberIds(work),
    });
    return readDuesIn(work, actor, params.year);
  });
