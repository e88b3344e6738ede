import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { fundingPlansRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import type { Config } from '../../platform/config/config.ts';
import { ConfigToken } from '../../platform/config/config.token.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { chooseCall, leaveCall } from './actions/choose-call.ts';
import { issueCalendarFeed, revokeCalendarFeed } from './actions/issue-calendar.ts';
import { addCouncilSessions, removeCouncilSession } from './actions/plan-sessions.ts';
import { changeNeed, stateNeed, withdrawNeed } from './actions/state-need.ts';
import { calendarOfCall, calendarOfPerson } from './call-calendars.queries.ts';
import { listCallMatches, listInitiativeCalls, readPlan } from './matches.queries.ts';
import { listCouncilSessions, listNeeds, readCalendarFeed } from './needs.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

const calendarFile = (text: string): StreamableFile =>
  new StreamableFile(Buffer.from(text), {
    type: 'text/calendar; charset=utf-8',
    disposition: 'attachment; filename="nabory.ics"',
  });

@Controller()
export class PlansController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Route(routes.listCallMatches)
  async matches(@By() actor: Actor, @Input(routes.listCallMatches) { params }: To<'listCallMatches'>) {
    return found(await listCallMatches(this.database, actor, params.id));
  }

  @Route(routes.planBack)
  async plan(@By() actor: Actor, @Input(routes.planBack) { params, query }: To<'planBack'>) {
    return found(await readPlan(this.database, actor, params.id, query.initiative)).plan;
  }

  @Route(routes.downloadCallCalendar)
  async calendar(
    @By() actor: Actor,
    @Input(routes.downloadCallCalendar) { params, query }: To<'downloadCallCalendar'>,
  ) {
    const asked = { id: params.id, initiative: query.initiative };
    return calendarFile(found(await calendarOfCall(this.database, actor, asked, this.config.publicUrl)));
  }

  @Route(routes.listInitiativeCalls)
  async ofInitiative(@By() actor: Actor, @Input(routes.listInitiativeCalls) { params }: To<'listInitiativeCalls'>) {
    return found(await listInitiativeCalls(this.database, actor, params.id));
  }

  @Route(routes.chooseCall)
  choose(@By() actor: Actor, @Input(routes.chooseCall) input: To<'chooseCall'>) {
    return chooseCall(this.unit, actor, input);
  }

  @Route(routes.leaveCall)
  leave(@By() actor: Actor, @Input(routes.leaveCall) input: To<'leaveCall'>) {
    return leaveCall(this.unit, actor, input);
  }

  @Route(routes.listNeeds)
  needs(@By() actor: Actor, @Input(routes.listNeeds) { query }: To<'listNeeds'>) {
    return listNeeds(this.database, actor, query);
  }

  @Route(routes.stateNeed)
  state(@By() actor: Actor, @Input(routes.stateNeed) input: To<'stateNeed'>) {
    return stateNeed(this.unit, actor, input);
  }

  @Route(routes.changeNeed)
  changeNeed(@By() actor: Actor, @Input(routes.changeNeed) input: To<'changeNeed'>) {
    return changeNeed(this.unit, actor, input);
  }

  @Route(routes.withdrawNeed)
  withdrawNeed(@By() actor: Actor, @Input(routes.withdrawNeed) input: To<'withdrawNeed'>) {
    return withdrawNeed(this.unit, actor, input);
  }

  @Route(routes.listCouncilSessions)
  sessions(@By() actor: Actor, @Input(routes.listCouncilSessions) { query }: To<'listCouncilSessions'>) {
    return listCouncilSessions(this.database, actor, query);
  }

  @Route(routes.addCouncilSessions)
  addSessions(@By() actor: Actor, @Input(routes.addCouncilSessions) input: To<'addCouncilSessions'>) {
    return addCouncilSessions(this.unit, actor, input);
  }

  @Route(routes.removeCouncilSession)
  removeSession(@By() actor: Actor, @Input(routes.removeCouncilSession) input: To<'removeCouncilSession'>) {
    return removeCouncilSession(this.unit, actor, input);
  }

  @Route(routes.readCalendarFeed)
  feed(@By() actor: Actor) {
    return readCalendarFeed(this.database, actor);
  }

  @Route(routes.issueCalendarFeed)
  issue(@By() actor: Actor) {
    return issueCalendarFeed(this.unit, actor);
  }

  @Route(routes.revokeCalendarFeed)
  revoke(@By() actor: Actor) {
    return revokeCalendarFeed(this.unit, actor);
  }

  @Route(routes.readCalendar)
  async readCalendar(@Input(routes.readCalendar) { params }: To<'readCalendar'>) {
    return calendarFile(found(await calendarOfPerson(this.database, params.token, this.config.publicUrl)));
  }
}
