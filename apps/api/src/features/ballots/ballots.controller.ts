import { Controller, Inject } from '@nestjs/common';
import { ballotsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { FilesToken } from '../../platform/files/files.token.ts';
import type { Files } from '../../platform/files/open-files.ts';
import { By } from '../../platform/http/by.ts';
import { pdfFile } from '../../platform/http/pdf-file.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { announceBallot } from './actions/announce-ballot.ts';
import { castVote } from './actions/cast-vote.ts';
import { changeBallot } from './actions/change-ballot.ts';
import { closeBallot } from './actions/close-ballot.ts';
import { enterPaperVote } from './actions/enter-paper-vote.ts';
import { extendBallot } from './actions/extend-ballot.ts';
import { withdrawBallot } from './actions/withdraw-ballot.ts';
import { writeBallot } from './actions/write-ballot.ts';
import { exportBallot, listBallots, readBallot, readPopolo, readProtocol } from './ballots.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class BallotsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    @Inject(FilesToken) private readonly files: Files,
  ) {}

  @Route(routes.listBallots)
  list(@By() actor: Actor, @Input(routes.listBallots) { query }: To<'listBallots'>) {
    return listBallots(this.database, actor, query);
  }

  @Route(routes.writeBallot)
  write(@By() actor: Actor, @Input(routes.writeBallot) input: To<'writeBallot'>) {
    return writeBallot(this.unit, actor, input);
  }

  @Route(routes.readBallot)
  async read(@By() actor: Actor, @Input(routes.readBallot) { params }: To<'readBallot'>) {
    return found(await readBallot(this.database, actor, params.id));
  }

  @Route(routes.changeBallot)
  change(@By() actor: Actor, @Input(routes.changeBallot) input: To<'changeBallot'>) {
    return changeBallot(this.unit, actor, input);
  }

  @Route(routes.announceBallot)
  announce(@By() actor: Actor, @Input(routes.announceBallot) input: To<'announceBallot'>) {
    return announceBallot(this.unit, actor, input, this.files.store);
  }

  @Route(routes.castVote)
  cast(@By() actor: Actor, @Input(routes.castVote) input: To<'castVote'>) {
    return castVote(this.unit, actor, input);
  }

  @Route(routes.enterPaperVote)
  enterPaper(@By() actor: Actor, @Input(routes.enterPaperVote) input: To<'enterPaperVote'>) {
    return enterPaperVote(this.unit, actor, input);
  }

  @Route(routes.extendBallot)
  extend(@By() actor: Actor, @Input(routes.extendBallot) input: To<'extendBallot'>) {
    return extendBallot(this.unit, actor, input);
  }

  @Route(routes.closeBallot)
  close(@By() actor: Actor, @Input(routes.closeBallot) input: To<'closeBallot'>) {
    return closeBallot(this.unit, actor, input, this.files.store);
  }

  @Route(routes.withdrawBallot)
  withdraw(@By() actor: Actor, @Input(routes.withdrawBallot) input: To<'withdrawBallot'>) {
    return withdrawBallot(this.unit, actor, input);
  }

  @Route(routes.exportBallot)
  async export(@By() actor: Actor, @Input(routes.exportBallot) { params }: To<'exportBallot'>) {
    return found(await exportBallot(this.database, actor, params.id));
  }

  @Route(routes.readProtocol)
  async protocol(@By() actor: Actor, @Input(routes.readProtocol) { params, query }: To<'readProtocol'>) {
    const document = found(await readProtocol(this.database, actor, params.id, query.language));
    return pdfFile(exportWords(query.language, 'protocol.file'), document);
  }

  @Route(routes.readPopolo)
  async popolo(@By() actor: Actor, @Input(routes.readPopolo) { params }: To<'readPopolo'>) {
    return found(await readPopolo(this.database, actor, params.id));
  }
}
