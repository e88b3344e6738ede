import { Controller } from '@nestjs/common';
import { dashboardsRoutes as routes, searchRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { readStart } from './dashboards.queries.ts';
import { search } from './search.queries.ts';

@Controller()
export class DashboardsController {
  constructor(private readonly database: Database) {}

  @Route(routes.readStart)
  start(@By() actor: Actor) {
    return readStart(this.database, actor);
  }

  @Route(searchRoutes.search)
  async search(@By() actor: Actor, @Input(searchRoutes.search) { query: { q } }: Given<typeof searchRoutes.search>) {
    return { found: await search(this.database, actor, q) };
  }
}
