import { Controller } from '@nestjs/common';
import { networkTemplatesRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { addTemplate } from './actions/add-template.ts';
import { changeTemplate } from './actions/change-template.ts';
import { removeTemplate } from './actions/remove-template.ts';
import { draftTemplate, listStandardTasks, listTemplates, readTemplate } from './templates.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class TemplatesController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listTemplates)
  list(@By() actor: Actor, @Input(routes.listTemplates) { query }: To<'listTemplates'>) {
    return listTemplates(this.database, actor, query);
  }

  @Route(routes.addTemplate)
  add(@By() actor: Actor, @Input(routes.addTemplate) input: To<'addTemplate'>) {
    return addTemplate(this.unit, actor, input);
  }

  @Route(routes.readTemplate)
  async read(@By() actor: Actor, @Input(routes.readTemplate) { params }: To<'readTemplate'>) {
    return found(await readTemplate(this.database, actor, params.id));
  }

  @Route(routes.changeTemplate)
  change(@By() actor: Actor, @Input(routes.changeTemplate) input: To<'changeTemplate'>) {
    return changeTemplate(this.unit, actor, input);
  }

  @Route(routes.removeTemplate)
  remove(@By() actor: Actor, @Input(routes.removeTemplate) input: To<'removeTemplate'>) {
    return removeTemplate(this.unit, actor, input);
  }

  @Route(routes.draftTemplate)
  async draft(@By() actor: Actor, @Input(routes.draftTemplate) { params }: To<'draftTemplate'>) {
    return found(await draftTemplate(this.database, actor, params.id));
  }

  @Route(routes.listStandardTasks)
  async standardTasks(@By() actor: Actor, @Input(routes.listStandardTasks) { params }: To<'listStandardTasks'>) {
    return { items: found(await listStandardTasks(this.database, actor, params.id)) };
  }
}
