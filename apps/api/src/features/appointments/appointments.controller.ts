import { Controller, Inject } from '@nestjs/common';
import { appointmentsRoutes as routes, type Given, type Office } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { HoldingsOf } from '../../kernel/holdings.ts';
import { allow } from '../../kernel/policy.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { officesOf } from '../accounts/index.ts';
import { appoint } from './actions/appoint.ts';
import { deputize } from './actions/deputize.ts';
import { endAppointment } from './actions/end-appointment.ts';
import { readHandOver } from './actions/read-hand-over.ts';
import { applyElection, previewElection } from './actions/run-election.ts';
import { appointmentPolicy } from './appointment.policy.ts';
import { listAppointments, readElection, visibleKind } from './appointments.queries.ts';
import { Holdings } from './holdings.token.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class AppointmentsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    @Inject(Holdings) private readonly registry: readonly HoldingsOf[],
  ) {}

  @Route(routes.listAppointments)
  async list(@By() actor: Actor, @Input(routes.listAppointments) { params, query }: To<'listAppointments'>) {
    const kind = found(await visibleKind(this.database, actor, params.id));
    allow(appointmentPolicy.list(actor, params.id));
    const may = (office: Office) => appointmentPolicy.appoint(actor, { organizationId: params.id, office });
    return {
      items: await listAppointments(this.database, actor, params.id, query.past ?? false),
      offices: officesOf(kind).filter(may),
    };
  }

  @Route(routes.appoint)
  appoint(@By() actor: Actor, @Input(routes.appoint) input: To<'appoint'>) {
    return appoint(this.unit, actor, this.registry, input);
  }

  @Route(routes.deputize)
  deputize(@By() actor: Actor, @Input(routes.deputize) input: To<'deputize'>) {
    return deputize(this.unit, actor, input);
  }

  @Route(routes.readHandOver)
  handOver(@By() actor: Actor, @Input(routes.readHandOver) { params }: To<'readHandOver'>) {
    return readHandOver(this.unit, actor, this.registry, params.id);
  }

  @Route(routes.endAppointment)
  end(@By() actor: Actor, @Input(routes.endAppointment) input: To<'endAppointment'>) {
    return endAppointment(this.unit, actor, this.registry, input);
  }

  @Route(routes.readElection)
  async election(@By() actor: Actor) {
    allow(appointmentPolicy.runElection(actor));
    return { items: await readElection(this.database) };
  }

  @Route(routes.previewElection)
  preview(@By() actor: Actor, @Input(routes.previewElection) { body }: To<'previewElection'>) {
    return previewElection(this.unit, actor, this.registry, body);
  }

  @Route(routes.applyElection)
  apply(@By() actor: Actor, @Input(routes.applyElection) { body }: To<'applyElection'>) {
    return applyElection(this.unit, actor, this.registry, body);
  }
}
