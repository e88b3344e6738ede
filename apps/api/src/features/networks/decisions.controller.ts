import { Controller, UseGuards } from '@nestjs/common';
import { decisionsRoutes as routes, type Given } from '@blizej/contracts';
import { Problem } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { LinkGuard } from '../accounts/index.ts';
import { decideByLink, presentDecision } from './actions/decide-by-link.ts';
import { findHeldDeed } from './deed-link.store.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

/** What is decided by a link in a letter, without a session. A GET never decides: programs that look at letters follow links. */
@Controller()
@UseGuards(LinkGuard)
export class DecisionsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.readHeldDecision)
  async held(@Input(routes.readHeldDecision) { body }: To<'readHeldDecision'>) {
    const link = await findHeldDeed(this.database, body.token);
    if (!link) throw new Problem('link-void');
    return presentDecision(link);
  }

  @Route(routes.decideByLink)
  decide(@Input(routes.decideByLink) input: To<'decideByLink'>) {
    return decideByLink(this.unit, input);
  }
}
