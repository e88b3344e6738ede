import { Controller } from '@nestjs/common';
import { networksRoutes as routes, type Given, type Language } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found, notFound } from '../../kernel/problems.ts';
import { allow } from '../../kernel/policy.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By, Spoken } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { tableFile } from '../../platform/http/table-file.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { listEvents } from '../activity/index.ts';
import { activateNetwork } from './actions/activate-network.ts';
import { beginClosing } from './actions/begin-closing.ts';
import { changeMandate } from './actions/change-mandate.ts';
import { extendNetwork } from './actions/extend-network.ts';
import { reviewNetwork } from './actions/review-network.ts';
import { signReport } from './actions/sign-report.ts';
import { writeReport } from './actions/write-report.ts';
import { acceptMembership } from './actions/accept-membership.ts';
import { admitMembership } from './actions/admit-membership.ts';
import { changeLead } from './actions/change-lead.ts';
import { confirmMembership } from './actions/confirm-membership.ts';
import { declineMembership } from './actions/decline-membership.ts';
import { inviteGminas } from './actions/invite-gminas.ts';
import { freeSeat } from './actions/free-seat.ts';
import { nameSeat } from './actions/name-seat.ts';
import { leaveNetwork } from './actions/leave-network.ts';
import { proposeNetwork } from './actions/propose-network.ts';
import { rejectNetwork } from './actions/reject-network.ts';
import { requestMembership } from './actions/request-membership.ts';
import { readReport } from './closing.queries.ts';
import { membershipsTable, readCoverage } from './coverage.queries.ts';
import { networkPolicy } from './network.policy.ts';
import { listMemberships, listNetworks, listTopics, networkExists, readNetwork } from './networks.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class NetworksController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listNetworks)
  list(@By() actor: Actor, @Input(routes.listNetworks) { query }: To<'listNetworks'>) {
    return listNetworks(this.database, actor, query);
  }

  @Route(routes.proposeNetwork)
  propose(@By() actor: Actor, @Input(routes.proposeNetwork) { body }: To<'proposeNetwork'>) {
    return proposeNetwork(this.unit, actor, body);
  }

  @Route(routes.listTopics)
  async topics(@By() actor: Actor) {
    return { items: await listTopics(this.database, actor) };
  }

  @Route(routes.readCoverage)
  coverage(@By() actor: Actor) {
    allow(networkPolicy.readCoverage(actor));
    return readCoverage(this.database, actor);
  }

  @Route(routes.exportMemberships)
  exportMemberships(
    @By() actor: Actor,
    @Spoken() language: Language,
    @Input(routes.exportMemberships) { query }: To<'exportMemberships'>,
  ) {
    allow(networkPolicy.readCoverage(actor));
    return tableFile(
      exportWords(language, 'memberships.title'),
      query.format,
      membershipsTable(this.database, actor, language),
    );
  }

  @Route(routes.readNetwork)
  async read(@By() actor: Actor, @Input(routes.readNetwork) { params }: To<'readNetwork'>) {
    return found(await readNetwork(this.database, actor, params.id));
  }

  @Route(routes.activateNetwork)
  activate(@By() actor: Actor, @Input(routes.activateNetwork) input: To<'activateNetwork'>) {
    return activateNetwork(this.unit, actor, input);
  }

  @Route(routes.rejectNetwork)
  reject(@By() actor: Actor, @Input(routes.rejectNetwork) input: To<'rejectNetwork'>) {
    return rejectNetwork(this.unit, actor, input);
  }

  @Route(routes.changeLead)
  changeLead(@By() actor: Actor, @Input(routes.changeLead) input: To<'changeLead'>) {
    return changeLead(this.unit, actor, input);
  }

  @Route(routes.changeMandate)
  changeMandate(@By() actor: Actor, @Input(routes.changeMandate) input: To<'changeMandate'>) {
    return changeMandate(this.unit, actor, input);
  }

  @Route(routes.extendNetwork)
  extend(@By() actor: Actor, @Input(routes.extendNetwork) input: To<'extendNetwork'>) {
    return extendNetwork(this.unit, actor, input);
  }

  @Route(routes.reviewNetwork)
  review(@By() actor: Actor, @Input(routes.reviewNetwork) input: To<'reviewNetwork'>) {
    return reviewNetwork(this.unit, actor, input);
  }

  @Route(routes.beginClosing)
  beginClosing(@By() actor: Actor, @Input(routes.beginClosing) input: To<'beginClosing'>) {
    return beginClosing(this.unit, actor, input);
  }

  @Route(routes.readClosingReport)
  async report(@By() actor: Actor, @Input(routes.readClosingReport) { params }: To<'readClosingReport'>) {
    return found(await readReport(this.database, actor, params.id));
  }

  @Route(routes.writeClosingReport)
  writeReport(@By() actor: Actor, @Input(routes.writeClosingReport) input: To<'writeClosingReport'>) {
    return writeReport(this.unit, actor, input);
  }

  @Route(routes.signClosingReport)
  signReport(@By() actor: Actor, @Input(routes.signClosingReport) input: To<'signClosingReport'>) {
    return signReport(this.unit, actor, input);
  }

  @Route(routes.listMemberships)
  async memberships(@By() actor: Actor, @Input(routes.listMemberships) { params }: To<'listMemberships'>) {
    if (!(await networkExists(this.database, actor, params.id))) throw notFound();
    return { items: await listMemberships(this.database, actor, params.id) };
  }

  @Route(routes.requestMembership)
  request(@By() actor: Actor, @Input(routes.requestMembership) input: To<'requestMembership'>) {
    return requestMembership(this.unit, actor, input);
  }

  @Route(routes.inviteGminas)
  invite(@By() actor: Actor, @Input(routes.inviteGminas) input: To<'inviteGminas'>) {
    return inviteGminas(this.unit, actor, input);
  }

  @Route(routes.acceptMembership)
  accept(@By() actor: Actor, @Input(routes.acceptMembership) input: To<'acceptMembership'>) {
    return acceptMembership(this.unit, actor, input);
  }

  @Route(routes.confirmMembership)
  confirm(@By() actor: Actor, @Input(routes.confirmMembership) input: To<'confirmMembership'>) {
    return confirmMembership(this.unit, actor, input);
  }

  @Route(routes.admitMembership)
  admit(@By() actor: Actor, @Input(routes.admitMembership) input: To<'admitMembership'>) {
    return admitMembership(this.unit, actor, input);
  }

  @Route(routes.declineMembership)
  decline(@By() actor: Actor, @Input(routes.declineMembership) input: To<'declineMembership'>) {
    return declineMembership(this.unit, actor, input);
  }

  @Route(routes.leaveNetwork)
  leave(@By() actor: Actor, @Input(routes.leaveNetwork) input: To<'leaveNetwork'>) {
    return leaveNetwork(this.unit, actor, input);
  }

  @Route(routes.nameSeat)
  nameSeat(@By() actor: Actor, @Input(routes.nameSeat) input: To<'nameSeat'>) {
    return nameSeat(this.unit, actor, input);
  }

  @Route(routes.freeSeat)
  freeSeat(@By() actor: Actor, @Input(routes.freeSeat) input: To<'freeSeat'>) {
    return freeSeat(this.unit, actor, input);
  }

  @Route(routes.listNetworkActivity)
  async activity(@By() actor: Actor, @Input(routes.listNetworkActivity) { params, query }: To<'listNetworkActivity'>) {
    if (!(await networkExists(this.database, actor, params.id))) throw notFound();
    return listEvents(this.database, actor, { networkId: params.id }, query.cursor);
  }
}
