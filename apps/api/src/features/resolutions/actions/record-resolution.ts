import type { Given, ResolutionDetail, resolutionsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { checkEntry, warnNetworks } from '../resolution.succession.ts';
import { resolutionPolicy } from '../resolution.policy.ts';
import { readResolutionIn } from '../resolutions.queries.ts';
import { insertResolution } from '../resolutions.store.ts';

type Input = Given<typeof resolutionsRoutes.recordResolution>;

/** Enters a resolution into the register; networks under the one in whose place it comes are warned. */
export const recordResolution = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<ResolutionDetail> =>
  unit.run(actor, async (work) => {
    allow(resolutionPolicy.keep(actor));
    const { entry, predecessor } = await checkEntry(work, body);
    const id = await insertResolution(work, entry);
    if (id === undefined) throw new Problem('resolution-exists');
    work.record({
      kind: 'resolution.recorded',
      facts: { resolution: entry.number },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      detail: { id, ...entry },
    });
    if (predecessor) await warnNetworks(work, actor, predecessor, entry.number);
    return readResolutionIn(work, actor, id);
  });
