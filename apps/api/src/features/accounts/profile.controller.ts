import { Controller } from '@nestjs/common';
import { profileRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { changeProfile } from './actions/change-profile.ts';
import { erasePerson } from './actions/erase-person.ts';
import { exportProfile, listCards, readProfile } from './profile.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class ProfileController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.readProfile)
  read(@By() actor: Actor) {
    return readProfile(this.database, actor);
  }

  @Route(routes.changeProfile)
  change(@By() actor: Actor, @Input(routes.changeProfile) input: To<'changeProfile'>) {
    return changeProfile(this.unit, actor, input);
  }

  @Route(routes.exportProfile)
  export(@By() actor: Actor) {
    return exportProfile(this.database, actor);
  }

  @Route(routes.eraseProfile)
  eraseOwn(@By() actor: Actor, @Input(routes.eraseProfile) { body }: To<'eraseProfile'>) {
    return erasePerson(this.unit, actor, actor.personId, body.email);
  }

  @Route(routes.erasePerson)
  erase(@By() actor: Actor, @Input(routes.erasePerson) { params, body }: To<'erasePerson'>) {
    return erasePerson(this.unit, actor, params.id, body.email);
  }

  @Route(routes.listCards)
  async cards(@By() actor: Actor, @Input(routes.listCards) { params }: To<'listCards'>) {
    return { items: found(await listCards(this.database, actor, params.id)) };
  }
}
