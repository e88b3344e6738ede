import { Controller } from '@nestjs/common';
import { ballotsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { nameProxy } from './actions/name-proxy.ts';
import { revokeProxy } from './actions/revoke-proxy.ts';
import { listProxies } from './proxies.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class ProxiesController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listProxies)
  list(@By() actor: Actor, @Input(routes.listProxies) { query }: To<'listProxies'>) {
    return listProxies(this.database, actor, query);
  }

  @Route(routes.nameProxy)
  name(@By() actor: Actor, @Input(routes.nameProxy) input: To<'nameProxy'>) {
    return nameProxy(this.unit, actor, input);
  }

  @Route(routes.revokeProxy)
  revoke(@By() actor: Actor, @Input(routes.revokeProxy) input: To<'revokeProxy'>) {
    return revokeProxy(this.unit, actor, input);
  }
}
