import { Controller } from '@nestjs/common';
import { balancesRoutes as routes, type Given, type Language } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By, Spoken } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { pdfFile } from '../../platform/http/pdf-file.ts';
import { tableFile } from '../../platform/http/table-file.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { closeBalanceYear } from './actions/close-balance-year.ts';
import { correctValue } from './actions/correct-value.ts';
import { confirmValue, refuseValue } from './actions/decide-value.ts';
import { declareValue } from './actions/declare-value.ts';
import { withdrawValue } from './actions/withdraw-value.ts';
import { balancePaper } from './balance-paper.ts';
import { readTimeZone } from '../organizations/index.ts';
import { balancesTable, balanceTable } from './balance-tables.ts';
import { readBalance, readBalances, readImprint } from './balances.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class BalancesController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.readBalances)
  list(@By() actor: Actor, @Input(routes.readBalances) { query }: To<'readBalances'>) {
    return readBalances(this.database, actor, query.year);
  }

  @Route(routes.exportBalances)
  async exportAll(
    @By() actor: Actor,
    @Spoken() language: Language,
    @Input(routes.exportBalances) { query }: To<'exportBalances'>,
  ) {
    const balances = await readBalances(this.database, actor, query.year);
    const name = `${exportWords(language, 'balances.title')}-${balances.year}`;
    return tableFile(name, query.format, balancesTable(balances, language));
  }

  @Route(routes.closeBalanceYear)
  close(@By() actor: Actor, @Input(routes.closeBalanceYear) input: To<'closeBalanceYear'>) {
    return closeBalanceYear(this.unit, actor, input);
  }

  @Route(routes.readBalance)
  async read(@By() actor: Actor, @Input(routes.readBalance) { params, query }: To<'readBalance'>) {
    return found(await readBalance(this.database, actor, params.id, query.year));
  }

  @Route(routes.exportBalance)
  async export(
    @By() actor: Actor,
    @Spoken() language: Language,
    @Input(routes.exportBalance) { params, query }: To<'exportBalance'>,
  ) {
    const balance = found(await readBalance(this.database, actor, params.id, query.year));
    const name = `${exportWords(language, 'balances.one')}-${balance.year}`;
    const timeZone = await readTimeZone(this.database);
    return tableFile(name, query.format, balanceTable(balance, timeZone, language));
  }

  @Route(routes.printBalance)
  async print(
    @By() actor: Actor,
    @Spoken() spoken: Language,
    @Input(routes.printBalance) { params, query }: To<'printBalance'>,
  ) {
    const balance = found(await readBalance(this.database, actor, params.id, query.year));
    const language = query.language ?? spoken;
    const name = `${exportWords(language, 'balances.one')}-${balance.year}`;
    return pdfFile(name, balancePaper(balance, await readImprint(this.database), language));
  }

  @Route(routes.declareValue)
  declare(@By() actor: Actor, @Input(routes.declareValue) input: To<'declareValue'>) {
    return declareValue(this.unit, actor, input);
  }

  @Route(routes.confirmValue)
  confirm(@By() actor: Actor, @Input(routes.confirmValue) input: To<'confirmValue'>) {
    return confirmValue(this.unit, actor, input);
  }

  @Route(routes.refuseValue)
  refuse(@By() actor: Actor, @Input(routes.refuseValue) input: To<'refuseValue'>) {
    return refuseValue(this.unit, actor, input);
  }

  @Route(routes.withdrawValue)
  withdraw(@By() actor: Actor, @Input(routes.withdrawValue) input: To<'withdrawValue'>) {
    return withdrawValue(this.unit, actor, input);
  }

  @Route(routes.correctValue)
  correct(@By() actor: Actor, @Input(routes.correctValue) input: To<'correctValue'>) {
    return correctValue(this.unit, actor, input);
  }
}
