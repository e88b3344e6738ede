import { Controller } from '@nestjs/common';
import { checklistsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { addStep, changeStep, removeStep } from './actions/write-checklist.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class ChecklistsController {
  constructor(private readonly unit: UnitOfWork) {}

  @Route(routes.addStep)
  add(@By() actor: Actor, @Input(routes.addStep) input: To<'addStep'>) {
    return addStep(this.unit, actor, input);
  }

  @Route(routes.changeStep)
  change(@By() actor: Actor, @Input(routes.changeStep) input: To<'changeStep'>) {
    return changeStep(this.unit, actor, input);
  }

  @Route(routes.removeStep)
  remove(@By() actor: Actor, @Input(routes.removeStep) input: To<'removeStep'>) {
    return removeStep(this.unit, actor, input);
  }
}
