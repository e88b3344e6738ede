import { Controller } from '@nestjs/common';
import { fundingRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found, notFound } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { listEvents } from '../activity/index.ts';
import { announceCall } from './actions/announce-call.ts';
import { cancelCall, changeCall, followCall, moveDeadline } from './actions/change-call.ts';
import { importCalls, previewCalls } from './actions/import-calls.ts';
import { addProgramme, changeProgramme, followProgramme } from './actions/keep-programme.ts';
import { callExists, listCalls, listProgrammes, readCall } from './calls.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class CallsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listProgrammes)
  programmes(@By() actor: Actor, @Input(routes.listProgrammes) { query }: To<'listProgrammes'>) {
    return listProgrammes(this.database, actor, query);
  }

  @Route(routes.addProgramme)
  addProgramme(@By() actor: Actor, @Input(routes.addProgramme) input: To<'addProgramme'>) {
    return addProgramme(this.unit, actor, input);
  }

  @Route(routes.changeProgramme)
  changeProgramme(@By() actor: Actor, @Input(routes.changeProgramme) input: To<'changeProgramme'>) {
    return changeProgramme(this.unit, actor, input);
  }

  @Route(routes.followProgramme)
  followProgramme(@By() actor: Actor, @Input(routes.followProgramme) input: To<'followProgramme'>) {
    return followProgramme(this.unit, actor, input);
  }

  @Route(routes.listCalls)
  list(@By() actor: Actor, @Input(routes.listCalls) { query }: To<'listCalls'>) {
    return listCalls(this.database, actor, query);
  }

  @Route(routes.announceCall)
  announce(@By() actor: Actor, @Input(routes.announceCall) input: To<'announceCall'>) {
    return announceCall(this.unit, actor, input);
  }

  @Route(routes.readCall)
  async read(@By() actor: Actor, @Input(routes.readCall) { params }: To<'readCall'>) {
    return found(await readCall(this.database, actor, params.id));
  }

  @Route(routes.changeCall)
  change(@By() actor: Actor, @Input(routes.changeCall) input: To<'changeCall'>) {
    return changeCall(this.unit, actor, input);
  }

  @Route(routes.moveDeadline)
  move(@By() actor: Actor, @Input(routes.moveDeadline) input: To<'moveDeadline'>) {
    return moveDeadline(this.unit, actor, input);
  }

  @Route(routes.cancelCall)
  cancel(@By() actor: Actor, @Input(routes.cancelCall) input: To<'cancelCall'>) {
    return cancelCall(this.unit, actor, input);
  }

  @Route(routes.followCall)
  follow(@By() actor: Actor, @Input(routes.followCall) input: To<'followCall'>) {
    return followCall(this.unit, actor, input);
  }

  @Route(routes.listCallActivity)
  async activity(@By() actor: Actor, @Input(routes.listCallActivity) { params, query }: To<'listCallActivity'>) {
    if (!(await callExists(this.database, actor, params.id))) throw notFound();
    return listEvents(this.database, actor, { callId: params.id }, query.cursor);
  }

  @Route(routes.previewCalls)
  preview(@By() actor: Actor, @Input(routes.previewCalls) input: To<'previewCalls'>) {
    return previewCalls(this.unit, actor, input);
  }

  @Route(routes.importCalls)
  import(@By() actor: Actor, @Input(routes.importCalls) input: To<'importCalls'>) {
    return importCalls(this.unit, actor, input);
  }
}
