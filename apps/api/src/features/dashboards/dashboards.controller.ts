import { Controller } from '@nestjs/common';
import { dashboardsRoutes as routes } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Route } from '../../platform/http/route.ts';
import { readStart } from './dashboards.queries.ts';

@Controller()
export class DashboardsController {
  constructor(private readonly database: Database) {}

  @Route(routes.readStart)
  start(@By() actor: Actor) {
    return readStart(this.database, actor);
  }
}
