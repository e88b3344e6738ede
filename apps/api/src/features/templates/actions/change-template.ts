import type { Given, NetworkTemplate, networkTemplatesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { taskIssues } from '../template.rules.ts';
import { readTemplateIn } from '../templates.queries.ts';
import { isNameTaken, saveTemplate } from '../templates.store.ts';
import { lockToKeep } from './lock-to-keep.ts';

type Input = Given<typeof networkTemplatesRoutes.changeTemplate>;

/** Changes a template; networks that were proposed by it stay as they are. */
export const changeTemplate = (unit: UnitOfWork, actor: Actor, { params, body }: Input): Promise<NetworkTemplate> =>
  unit.run(actor, async (work) => {
    const { version, ...changed } = body;
    const former = await lockToKeep(work, actor, params.id, version);
    refuse([
      ...((await isNameTaken(work, changed.name, former.id)) ? [bodyIssue('/name', 'name_taken')] : []),
      ...taskIssues(changed.tasks),
    ]);
    await saveTemplate(work, former.id, changed);
    work.record({
      kind: 'template.changed',
      facts: { template: changed.name },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      detail: { ...changed, former },
    });
    return readTemplateIn(work, actor, former.id);
  });
