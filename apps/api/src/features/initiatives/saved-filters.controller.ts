import { Controller } from '@nestjs/common';
import { initiativesRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { removeFilter, saveFilter } from './actions/save-filter.ts';
import { listSavedFilters } from './saved-filters.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class SavedFiltersController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listSavedFilters)
  async list(@By() actor: Actor) {
    return { items: await listSavedFilters(this.database, actor) };
  }

  @Route(routes.saveFilter)
  save(@By() actor: Actor, @Input(routes.saveFilter) input: To<'saveFilter'>) {
    return saveFilter(this.unit, actor, input);
  }

  @Route(routes.removeFilter)
  remove(@By() actor: Actor, @Input(routes.removeFilter) input: To<'removeFilter'>) {
    return removeFilter(this.unit, actor, input);
  }
}
