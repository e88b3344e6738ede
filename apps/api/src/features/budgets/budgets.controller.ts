import { Controller } from '@nestjs/common';
import { budgetsRoutes as routes, type Given, type Language } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By, Spoken } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { tableFile } from '../../platform/http/table-file.ts';
import { agreeToShare, askForAgreement, objectToShare } from './actions/agree-on-budget.ts';
import { changeClaim, submitClaim, writeClaim } from './actions/claim-money.ts';
import { acceptClaim, returnClaim } from './actions/decide-claim.ts';
import { planBudget } from './actions/plan-budget.ts';
import { planInstalments } from './actions/plan-instalments.ts';
import { correctReceipt, recordReceipt } from './actions/record-receipt.ts';
import { budgetTables, previewLines } from './budget-table.queries.ts';
import { readBudget } from './budgets.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class BudgetsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.readBudget)
  async read(@By() actor: Actor, @Input(routes.readBudget) { params, query }: To<'readBudget'>) {
    return found(await readBudget(this.database, actor, params.id, query.number));
  }

  @Route(routes.planBudget)
  plan(@By() actor: Actor, @Input(routes.planBudget) input: To<'planBudget'>) {
    return planBudget(this.unit, actor, input);
  }

  @Route(routes.askForAgreement)
  ask(@By() actor: Actor, @Input(routes.askForAgreement) input: To<'askForAgreement'>) {
    return askForAgreement(this.unit, actor, input);
  }

  @Route(routes.agreeToShare)
  agree(@By() actor: Actor, @Input(routes.agreeToShare) input: To<'agreeToShare'>) {
    return agreeToShare(this.unit, actor, input);
  }

  @Route(routes.objectToShare)
  object(@By() actor: Actor, @Input(routes.objectToShare) input: To<'objectToShare'>) {
    return objectToShare(this.unit, actor, input);
  }

  @Route(routes.previewBudgetLines)
  preview(@By() actor: Actor, @Input(routes.previewBudgetLines) { params, body }: To<'previewBudgetLines'>) {
    return previewLines(this.database, actor, params.id, body);
  }

  @Route(routes.exportBudget)
  async export(
    @By() actor: Actor,
    @Spoken() language: Language,
    @Input(routes.exportBudget) { params, query }: To<'exportBudget'>,
  ) {
    const { name, lines, overview } = await budgetTables(this.database, actor, params.id, language);
    return tableFile(name, query.format, lines, overview);
  }

  @Route(routes.planInstalments)
  instalments(@By() actor: Actor, @Input(routes.planInstalments) input: To<'planInstalments'>) {
    return planInstalments(this.unit, actor, input);
  }

  @Route(routes.writeClaim)
  write(@By() actor: Actor, @Input(routes.writeClaim) input: To<'writeClaim'>) {
    return writeClaim(this.unit, actor, input);
  }

  @Route(routes.changeClaim)
  change(@By() actor: Actor, @Input(routes.changeClaim) input: To<'changeClaim'>) {
    return changeClaim(this.unit, actor, input);
  }

  @Route(routes.submitClaim)
  submit(@By() actor: Actor, @Input(routes.submitClaim) input: To<'submitClaim'>) {
    return submitClaim(this.unit, actor, input);
  }

  @Route(routes.acceptClaim)
  accept(@By() actor: Actor, @Input(routes.acceptClaim) input: To<'acceptClaim'>) {
    return acceptClaim(this.unit, actor, input);
  }

  @Route(routes.returnClaim)
  return(@By() actor: Actor, @Input(routes.returnClaim) input: To<'returnClaim'>) {
    return returnClaim(this.unit, actor, input);
  }

  @Route(routes.recordReceipt)
  receive(@By() actor: Actor, @Input(routes.recordReceipt) input: To<'recordReceipt'>) {
    return recordReceipt(this.unit, actor, input);
  }

  @Route(routes.correctReceipt)
  correct(@By() actor: Actor, @Input(routes.correctReceipt) input: To<'correctReceipt'>) {
    return correctReceipt(this.unit, actor, input);
  }
}
