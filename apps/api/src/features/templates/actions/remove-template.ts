import type { Given, networkTemplatesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { deleteTemplate } from '../templates.store.ts';
import { lockToKeep } from './lock-to-keep.ts';

type Input = Given<typeof networkTemplatesRoutes.removeTemplate>;

/** Removes a template; networks that were proposed by it stay as they are. */
export const removeTemplate = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<void> =>
  unit.run(actor, async (work) => {
    const former = await lockToKeep(work, actor, params.id, body.version);
    await deleteTemplate(work, former.id);
    work.record({
      kind: 'template.removed',
      facts: { template: former.name },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      detail: { former },
    });
  });
