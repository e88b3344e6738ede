import { Controller } from '@nestjs/common';
import { partnerCardsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { pdfFile } from '../../platform/http/pdf-file.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { changeCard, closeCard, publishCard, writeCard } from './actions/write-card.ts';
import { cardDocument } from './card-document.ts';
import { listCards, listPublished, readCard, readPublished } from './cards.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class CardsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listPartnerCards)
  list(@By() actor: Actor, @Input(routes.listPartnerCards) { query }: To<'listPartnerCards'>) {
    return listCards(this.database, actor, query);
  }

  @Route(routes.writePartnerCard)
  write(@By() actor: Actor, @Input(routes.writePartnerCard) input: To<'writePartnerCard'>) {
    return writeCard(this.unit, actor, input);
  }

  @Route(routes.readPartnerCard)
  async read(@By() actor: Actor, @Input(routes.readPartnerCard) { params }: To<'readPartnerCard'>) {
    return found(await readCard(this.database, actor, params.id));
  }

  @Route(routes.changePartnerCard)
  change(@By() actor: Actor, @Input(routes.changePartnerCard) input: To<'changePartnerCard'>) {
    return changeCard(this.unit, actor, input);
  }

  @Route(routes.publishPartnerCard)
  publish(@By() actor: Actor, @Input(routes.publishPartnerCard) input: To<'publishPartnerCard'>) {
    return publishCard(this.unit, actor, input);
  }

  @Route(routes.closePartnerCard)
  close(@By() actor: Actor, @Input(routes.closePartnerCard) input: To<'closePartnerCard'>) {
    return closeCard(this.unit, actor, input);
  }

  @Route(routes.listPublishedCards)
  listPublic(@Input(routes.listPublishedCards) { query }: To<'listPublishedCards'>) {
    return listPublished(this.database, query.cursor);
  }

  @Route(routes.readPublishedCard)
  async readPublic(@Input(routes.readPublishedCard) { params }: To<'readPublishedCard'>) {
    return found(await readPublished(this.database, params.id));
  }

  @Route(routes.downloadPublishedCard)
  async download(@Input(routes.downloadPublishedCard) { params, query }: To<'downloadPublishedCard'>) {
    const card = found(await readPublished(this.database, params.id));
    return pdfFile(`karta-${params.id}-${query.language}`, cardDocument(card, query.language));
  }
}
