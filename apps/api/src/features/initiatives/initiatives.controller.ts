import { Controller } from '@nestjs/common';
import { initiativesRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found, notFound } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { listEvents } from '../activity/index.ts';
import { proposeInitiative } from './actions/propose-initiative.ts';
import { changeInitiative } from './actions/change-initiative.ts';
import { changeLevel, moveInitiative } from './actions/move-initiative.ts';
import { changeLeadPartner, confirmPart, declarePart, withdrawPart } from './actions/take-part.ts';
import { assessRisks, planMilestones } from './actions/plan-initiative.ts';
import { addIndicator, measure, removeIndicator } from './actions/measure-initiative.ts';
import { publishCard } from './actions/publish-card.ts';
import { recordDecision } from './actions/record-decision.ts';
import { followInitiative } from './actions/follow-initiative.ts';
import { initiativeExists, listInitiatives, listTimeline, readInitiative } from './initiatives.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class InitiativesController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listInitiatives)
  list(@By() actor: Actor, @Input(routes.listInitiatives) { query }: To<'listInitiatives'>) {
    return listInitiatives(this.database, actor, query);
  }

  @Route(routes.proposeInitiative)
  propose(@By() actor: Actor, @Input(routes.proposeInitiative) input: To<'proposeInitiative'>) {
    return proposeInitiative(this.unit, actor, input);
  }

  @Route(routes.readInitiative)
  async read(@By() actor: Actor, @Input(routes.readInitiative) { params }: To<'readInitiative'>) {
    return found(await readInitiative(this.database, actor, params.id));
  }

  @Route(routes.changeInitiative)
  change(@By() actor: Actor, @Input(routes.changeInitiative) input: To<'changeInitiative'>) {
    return changeInitiative(this.unit, actor, input);
  }

  @Route(routes.moveInitiative)
  move(@By() actor: Actor, @Input(routes.moveInitiative) input: To<'moveInitiative'>) {
    return moveInitiative(this.unit, actor, input);
  }

  @Route(routes.changeLevel)
  level(@By() actor: Actor, @Input(routes.changeLevel) input: To<'changeLevel'>) {
    return changeLevel(this.unit, actor, input);
  }

  @Route(routes.declarePart)
  declare(@By() actor: Actor, @Input(routes.declarePart) input: To<'declarePart'>) {
    return declarePart(this.unit, actor, input);
  }

  @Route(routes.confirmPart)
  confirm(@By() actor: Actor, @Input(routes.confirmPart) input: To<'confirmPart'>) {
    return confirmPart(this.unit, actor, input);
  }

  @Route(routes.withdrawPart)
  withdraw(@By() actor: Actor, @Input(routes.withdrawPart) input: To<'withdrawPart'>) {
    return withdrawPart(this.unit, actor, input);
  }

  @Route(routes.changeLeadPartner)
  lead(@By() actor: Actor, @Input(routes.changeLeadPartner) input: To<'changeLeadPartner'>) {
    return changeLeadPartner(this.unit, actor, input);
  }

  @Route(routes.planMilestones)
  plan(@By() actor: Actor, @Input(routes.planMilestones) input: To<'planMilestones'>) {
    return planMilestones(this.unit, actor, input);
  }

  @Route(routes.assessRisks)
  risks(@By() actor: Actor, @Input(routes.assessRisks) input: To<'assessRisks'>) {
    return assessRisks(this.unit, actor, input);
  }

  @Route(routes.addIndicator)
  add(@By() actor: Actor, @Input(routes.addIndicator) input: To<'addIndicator'>) {
    return addIndicator(this.unit, actor, input);
  }

  @Route(routes.removeIndicator)
  remove(@By() actor: Actor, @Input(routes.removeIndicator) input: To<'removeIndicator'>) {
    return removeIndicator(this.unit, actor, input);
  }

  @Route(routes.measure)
  measured(@By() actor: Actor, @Input(routes.measure) input: To<'measure'>) {
    return measure(this.unit, actor, input);
  }

  @Route(routes.recordDecision)
  decide(@By() actor: Actor, @Input(routes.recordDecision) input: To<'recordDecision'>) {
    return recordDecision(this.unit, actor, input);
  }

  @Route(routes.publishCard)
  publish(@By() actor: Actor, @Input(routes.publishCard) input: To<'publishCard'>) {
    return publishCard(this.unit, actor, input);
  }

  @Route(routes.listTimeline)
  timeline(@By() actor: Actor, @Input(routes.listTimeline) { query }: To<'listTimeline'>) {
    return listTimeline(this.database, actor, query);
  }

  @Route(routes.followInitiative)
  follow(@By() actor: Actor, @Input(routes.followInitiative) input: To<'followInitiative'>) {
    return followInitiative(this.unit, actor, input);
  }

  @Route(routes.listInitiativeActivity)
  async activity(
    @By() actor: Actor,
    @Input(routes.listInitiativeActivity) { params, query }: To<'listInitiativeActivity'>,
  ) {
    if (!(await initiativeExists(this.database, actor, params.id))) throw notFound();
    return listEvents(this.database, actor, { initiativeId: params.id }, query.cursor);
  }
}
