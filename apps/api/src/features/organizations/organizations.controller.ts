import { Controller, Inject } from '@nestjs/common';
import { organizationsRoutes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import type { WhenLeft } from '../../kernel/leaving.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { joinAssociation } from './actions/join-association.ts';
import { leaveAssociation } from './actions/leave-association.ts';
import { makeCandidate } from './actions/make-candidate.ts';
import { Leavings } from './leavings.token.ts';
import { listOrganizations, readAssociation, readOrganization, readRegion } from './organizations.queries.ts';

const routes = organizationsRoutes;

@Controller()
export class OrganizationsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    @Inject(ConfigToken) private readonly config: Config,
    @Inject(Leavings) private readonly leavings: readonly WhenLeft[],
  ) {}

  @Route(routes.readAssociation)
  association() {
    return readAssociation(this.database, this.config.demo);
  }

  @Route(routes.listOrganizations)
  list(@By() actor: Actor, @Input(routes.listOrganizations) { query }: Given<typeof routes.listOrganizations>) {
    return listOrganizations(this.database, actor, query);
  }

  @Route(routes.readRegion)
  region(@By() actor: Actor) {
    return readRegion(this.database, actor);
  }

  @Route(routes.readOrganization)
  async read(@By() actor: Actor, @Input(routes.readOrganization) { params }: Given<typeof routes.readOrganization>) {
    return found(await readOrganization(this.database, actor, params.id));
  }

  @Route(routes.makeCandidate)
  makeCandidate(@By() actor: Actor, @Input(routes.makeCandidate) input: Given<typeof routes.makeCandidate>) {
    return makeCandidate(this.unit, actor, input);
  }

  @Route(routes.joinAssociation)
  join(@By() actor: Actor, @Input(routes.joinAssociation) input: Given<typeof routes.joinAssociation>) {
    return joinAssociation(this.unit, actor, input);
  }

  @Route(routes.leaveAssociation)
  leave(@By() actor: Actor, @Input(routes.leaveAssociation) input: Given<typeof routes.leaveAssociation>) {
    return leaveAssociation(this.unit, actor, this.leavings, input);
  }
}
