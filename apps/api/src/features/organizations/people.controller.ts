import { Controller } from '@nestjs/common';
import { peopleRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { blockPerson } from './actions/block-person.ts';
import { unblockPerson } from './actions/unblock-person.ts';
import { listPeople, readPerson } from './people.queries.ts';

const routes = peopleRoutes;

@Controller()
export class PeopleController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listPeople)
  list(@By() actor: Actor, @Input(routes.listPeople) { query }: Given<typeof routes.listPeople>) {
    return listPeople(this.database, actor, query);
  }

  @Route(routes.readPerson)
  async read(@By() actor: Actor, @Input(routes.readPerson) { params }: Given<typeof routes.readPerson>) {
    return found(await readPerson(this.database, actor, params.id));
  }

  @Route(routes.blockPerson)
  block(@By() actor: Actor, @Input(routes.blockPerson) input: Given<typeof routes.blockPerson>) {
    return blockPerson(this.unit, actor, input);
  }

  @Route(routes.unblockPerson)
  unblock(@By() actor: Actor, @Input(routes.unblockPerson) input: Given<typeof routes.unblockPerson>) {
    return unblockPerson(this.unit, actor, input);
  }
}
