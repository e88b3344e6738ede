import { Controller } from '@nestjs/common';
import { resolutionsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { changeResolution } from './actions/change-resolution.ts';
import { recordResolution } from './actions/record-resolution.ts';
import { listResolutions, readResolution } from './resolutions.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class ResolutionsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listResolutions)
  list(@By() actor: Actor, @Input(routes.listResolutions) { query }: To<'listResolutions'>) {
    return listResolutions(this.database, actor, query);
  }

  @Route(routes.recordResolution)
  record(@By() actor: Actor, @Input(routes.recordResolution) input: To<'recordResolution'>) {
    return recordResolution(this.unit, actor, input);
  }

  @Route(routes.readResolution)
  async read(@By() actor: Actor, @Input(routes.readResolution) { params }: To<'readResolution'>) {
    return found(await readResolution(this.database, actor, params.id));
  }

  @Route(routes.changeResolution)
  change(@By() actor: Actor, @Input(routes.changeResolution) input: To<'changeResolution'>) {
    return changeResolution(this.unit, actor, input);
  }
}
