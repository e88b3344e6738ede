import type { Given, NetworkTemplate, networkTemplatesRoutes } from '@blizej/contracts';
import { mainOffice, type Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { templatePolicy } from '../template.policy.ts';
import { taskIssues } from '../template.rules.ts';
import { readTemplateIn } from '../templates.queries.ts';
import { insertTemplate, isNameTaken, lockTemplates } from '../templates.store.ts';

type Input = Given<typeof networkTemplatesRoutes.addTemplate>;

/** Adds a template of networks. */
export const addTemplate = (unit: UnitOfWork, actor: Actor, { body }: Input): Promise<NetworkTemplate> =>
  unit.run(actor, async (work) => {
    allow(templatePolicy.keep(actor));
    await lockTemplates(work);
    refuse([
      ...((await isNameTaken(work, body.name)) ? [bodyIssue('/name', 'name_taken')] : []),
      ...taskIssues(body.tasks),
    ]);
    const id = await insertTemplate(work, body);
    work.record({
      kind: 'template.added',
      facts: { template: body.name },
      actingFor: mainOffice(actor)?.organizationId ?? null,
      detail: { id, ...body },
    });
    return readTemplateIn(work, actor, id);
  });
