import { Controller } from '@nestjs/common';
import { initiativesRoutes as routes, type Given } from '@blizej/contracts';
import { found } from '../../kernel/problems.ts';
import { Database } from '../../platform/database/database.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { listCards, readPublicCard } from './cards.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

/** What everybody may read of initiatives, without signing in. */
@Controller()
export class CardsController {
  constructor(private readonly database: Database) {}

  @Route(routes.listPublicInitiatives)
  list(@Input(routes.listPublicInitiatives) { query }: To<'listPublicInitiatives'>) {
    return listCards(this.database, query.cursor);
  }

  @Route(routes.readPublicInitiative)
  async read(@Input(routes.readPublicInitiative) { params }: To<'readPublicInitiative'>) {
    return found(await readPublicCard(this.database, params.id));
  }
}
