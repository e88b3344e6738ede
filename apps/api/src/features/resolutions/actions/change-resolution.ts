import type { Given, ResolutionDetail, resolutionsRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, notFound } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { resolutionPolicy } from '../resolution.policy.ts';
import { checkEntry, warnNetworks } from '../resolution.succession.ts';
import { readResolutionIn } from '../resolutions.queries.ts';
import { lockResolution, saveResolution } from '../resolutions.store.ts';

type Input = Given<typeof resolutionsRoutes.changeResolution>;

/** Corrects an entry; what rests on the resolution rests on it as it reads from now on. */
export const changeResolution = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<ResolutionDetail> =>
  unit.run(actor, async (work) => {
    if (!resolutionPolicy.read(actor)) throw notFound();
    allow(resolutionPolicy.keep(actor));
    const kept = found(await lockResolution(work, params.id));
    const former = await readResolutionIn(work, actor, kept.id);
    expectVersion(body.version, kept.version, () => former);
    const { entry, predecessor } = await checkEntry(work, body, kept);
    await saveResolution(work, kept.id, entry);
    work.record({
      kind: 'resolution.changed',
      facts: { resolution: entry.number },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      detail: { id: kept.id, ...entry, former },
    });
    if (predecessor && predecessor.id !== kept.supersedesId) await warnNetworks(work, actor, predecessor, entry.number);
    return readResolutionIn(work, actor, kept.id);
  });
