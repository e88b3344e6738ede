import { Controller } from '@nestjs/common';
import { taskSeriesRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { notFound } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { networkExists } from '../networks/index.ts';
import { repeatTask } from './actions/repeat-task.ts';
import { stopTaskSeries } from './actions/stop-task-series.ts';
import { listSeries } from './series.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

/** Tasks that come again. */
@Controller()
export class TaskSeriesController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listTaskSeries)
  async list(@By() actor: Actor, @Input(routes.listTaskSeries) { params }: To<'listTaskSeries'>) {
    if (!(await networkExists(this.database, actor, params.id))) throw notFound();
    return { items: await listSeries(this.database, actor, params.id) };
  }

  @Route(routes.repeatTask)
  repeat(@By() actor: Actor, @Input(routes.repeatTask) input: To<'repeatTask'>) {
    return repeatTask(this.unit, actor, input);
  }

  @Route(routes.stopTaskSeries)
  stop(@By() actor: Actor, @Input(routes.stopTaskSeries) input: To<'stopTaskSeries'>) {
    return stopTaskSeries(this.unit, actor, input);
  }
}
