import { Controller } from '@nestjs/common';
import { taskChangesRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { changeTasks } from './actions/change-tasks.ts';
import { undoTaskChange } from './actions/undo-task-change.ts';
import { listTaskChanges } from './task-changes.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class TaskChangesController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listTaskChanges)
  async list(@By() actor: Actor) {
    return { items: await listTaskChanges(this.database, actor.personId) };
  }

  @Route(routes.changeTasks)
  change(@By() actor: Actor, @Input(routes.changeTasks) input: To<'changeTasks'>) {
    return changeTasks(this.unit, actor, input);
  }

  @Route(routes.undoTaskChange)
  undo(@By() actor: Actor, @Input(routes.undoTaskChange) input: To<'undoTaskChange'>) {
    return undoTaskChange(this.unit, actor, input);
  }
}
