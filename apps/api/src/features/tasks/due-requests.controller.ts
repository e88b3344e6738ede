import { Controller } from '@nestjs/common';
import { dueRequestsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { askForTime, grantTime, refuseTime, withdrawTimeRequest } from './actions/ask-for-time.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class DueRequestsController {
  constructor(private readonly unit: UnitOfWork) {}

  @Route(routes.askForTime)
  ask(@By() actor: Actor, @Input(routes.askForTime) input: To<'askForTime'>) {
    return askForTime(this.unit, actor, input);
  }

  @Route(routes.withdrawTimeRequest)
  withdraw(@By() actor: Actor, @Input(routes.withdrawTimeRequest) input: To<'withdrawTimeRequest'>) {
    return withdrawTimeRequest(this.unit, actor, input);
  }

  @Route(routes.grantTime)
  grant(@By() actor: Actor, @Input(routes.grantTime) input: To<'grantTime'>) {
    return grantTime(this.unit, actor, input);
  }

  @Route(routes.refuseTime)
  refuse(@By() actor: Actor, @Input(routes.refuseTime) input: To<'refuseTime'>) {
    return refuseTime(this.unit, actor, input);
  }
}
