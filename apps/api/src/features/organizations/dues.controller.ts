import { Controller } from '@nestjs/common';
import { duesRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { setDues } from './actions/set-dues.ts';
import { readDues } from './dues.queries.ts';

@Controller()
export class DuesController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(duesRoutes.readDues)
  read(@By() actor: Actor, @Input(duesRoutes.readDues) { query }: Given<typeof duesRoutes.readDues>) {
    return readDues(this.database, actor, query.year);
  }

  @Route(duesRoutes.setDues)
  set(@By() actor: Actor, @Input(duesRoutes.setDues) input: Given<typeof duesRoutes.setDues>) {
    return setDues(this.unit, actor, input);
  }
}
