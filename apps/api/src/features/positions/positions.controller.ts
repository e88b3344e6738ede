import { Controller } from '@nestjs/common';
import { positionsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found, notFound } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { pdfFile } from '../../platform/http/pdf-file.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { positionWords } from '../../platform/mail/words.ts';
import { listEvents } from '../activity/index.ts';
import { decideAmendment, proposeAmendment, withdrawAmendment } from './actions/amend-position.ts';
import { commentPosition } from './actions/comment-position.ts';
import { draftPosition } from './actions/draft-position.ts';
import { nameRapporteur } from './actions/name-rapporteur.ts';
import { openConsultation } from './actions/open-consultation.ts';
import { beginSilence, objectToSilence, putToVote } from './actions/put-to-vote.ts';
import { recordAnswer, recordEffect, sendPosition, setAddressees } from './actions/send-position.ts';
import { recordDissent, signPosition, takeStand } from './actions/take-stand.ts';
import { withdrawPosition } from './actions/withdraw-position.ts';
import { changePosition, writePositionText } from './actions/write-position.ts';
import { amendmentsDocument, positionDocument, printedOf } from './position-documents.ts';
import {
  associationName,
  comparePosition,
  listPositions,
  positionExists,
  readDrafting,
  readPosition,
} from './positions.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class PositionsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listPositions)
  list(@By() actor: Actor, @Input(routes.listPositions) { query }: To<'listPositions'>) {
    return listPositions(this.database, actor, query);
  }

  @Route(routes.draftPosition)
  draft(@By() actor: Actor, @Input(routes.draftPosition) input: To<'draftPosition'>) {
    return draftPosition(this.unit, actor, input);
  }

  @Route(routes.readDrafting)
  drafting(@By() actor: Actor) {
    return readDrafting(this.database, actor);
  }

  @Route(routes.readPosition)
  async read(@By() actor: Actor, @Input(routes.readPosition) { params }: To<'readPosition'>) {
    return found(await readPosition(this.database, actor, params.id));
  }

  @Route(routes.changePosition)
  change(@By() actor: Actor, @Input(routes.changePosition) input: To<'changePosition'>) {
    return changePosition(this.unit, actor, input);
  }

  @Route(routes.nameRapporteur)
  entrust(@By() actor: Actor, @Input(routes.nameRapporteur) input: To<'nameRapporteur'>) {
    return nameRapporteur(this.unit, actor, input);
  }

  @Route(routes.writePositionText)
  write(@By() actor: Actor, @Input(routes.writePositionText) input: To<'writePositionText'>) {
    return writePositionText(this.unit, actor, input);
  }

  @Route(routes.comparePosition)
  async compare(@By() actor: Actor, @Input(routes.comparePosition) { params, query }: To<'comparePosition'>) {
    return found(await comparePosition(this.database, actor, params.id, query));
  }

  @Route(routes.openConsultation)
  consult(@By() actor: Actor, @Input(routes.openConsultation) input: To<'openConsultation'>) {
    return openConsultation(this.unit, actor, input);
  }

  @Route(routes.commentPosition)
  comment(@By() actor: Actor, @Input(routes.commentPosition) input: To<'commentPosition'>) {
    return commentPosition(this.unit, actor, input);
  }

  @Route(routes.proposeAmendment)
  amend(@By() actor: Actor, @Input(routes.proposeAmendment) input: To<'proposeAmendment'>) {
    return proposeAmendment(this.unit, actor, input);
  }

  @Route(routes.decideAmendment)
  decide(@By() actor: Actor, @Input(routes.decideAmendment) input: To<'decideAmendment'>) {
    return decideAmendment(this.unit, actor, input);
  }

  @Route(routes.withdrawAmendment)
  takeBack(@By() actor: Actor, @Input(routes.withdrawAmendment) input: To<'withdrawAmendment'>) {
    return withdrawAmendment(this.unit, actor, input);
  }

  @Route(routes.takeStand)
  stand(@By() actor: Actor, @Input(routes.takeStand) input: To<'takeStand'>) {
    return takeStand(this.unit, actor, input);
  }

  @Route(routes.putToVote)
  vote(@By() actor: Actor, @Input(routes.putToVote) input: To<'putToVote'>) {
    return putToVote(this.unit, actor, input);
  }

  @Route(routes.beginSilence)
  silence(@By() actor: Actor, @Input(routes.beginSilence) input: To<'beginSilence'>) {
    return beginSilence(this.unit, actor, input);
  }

  @Route(routes.objectToSilence)
  object(@By() actor: Actor, @Input(routes.objectToSilence) input: To<'objectToSilence'>) {
    return objectToSilence(this.unit, actor, input);
  }

  @Route(routes.withdrawPosition)
  withdraw(@By() actor: Actor, @Input(routes.withdrawPosition) input: To<'withdrawPosition'>) {
    return withdrawPosition(this.unit, actor, input);
  }

  @Route(routes.recordDissent)
  dissent(@By() actor: Actor, @Input(routes.recordDissent) input: To<'recordDissent'>) {
    return recordDissent(this.unit, actor, input);
  }

  @Route(routes.signPosition)
  sign(@By() actor: Actor, @Input(routes.signPosition) input: To<'signPosition'>) {
    return signPosition(this.unit, actor, input);
  }

  @Route(routes.setAddressees)
  address(@By() actor: Actor, @Input(routes.setAddressees) input: To<'setAddressees'>) {
    return setAddressees(this.unit, actor, input);
  }

  @Route(routes.sendPosition)
  send(@By() actor: Actor, @Input(routes.sendPosition) input: To<'sendPosition'>) {
    return sendPosition(this.unit, actor, input);
  }

  @Route(routes.recordAnswer)
  answer(@By() actor: Actor, @Input(routes.recordAnswer) input: To<'recordAnswer'>) {
    return recordAnswer(this.unit, actor, input);
  }

  @Route(routes.recordEffect)
  effect(@By() actor: Actor, @Input(routes.recordEffect) input: To<'recordEffect'>) {
    return recordEffect(this.unit, actor, input);
  }

  @Route(routes.printPosition)
  async print(@By() actor: Actor, @Input(routes.printPosition) { params, query }: To<'printPosition'>) {
    const view = found(await readPosition(this.database, actor, params.id));
    const document = positionDocument(printedOf(view), query.language, await associationName(this.database));
    return pdfFile(positionWords(query.language, 'file'), document);
  }

  @Route(routes.printAmendments)
  async printAll(@By() actor: Actor, @Input(routes.printAmendments) { params, query }: To<'printAmendments'>) {
    const view = found(await readPosition(this.database, actor, params.id));
    const document = amendmentsDocument(view, query.language, await associationName(this.database));
    return pdfFile(positionWords(query.language, 'amendmentsFile'), document);
  }

  @Route(routes.listPositionActivity)
  async activity(
    @By() actor: Actor,
    @Input(routes.listPositionActivity) { params, query }: To<'listPositionActivity'>,
  ) {
    if (!(await positionExists(this.database, actor, params.id))) throw notFound();
    return listEvents(this.database, actor, { positionId: params.id }, query.cursor);
  }
}
