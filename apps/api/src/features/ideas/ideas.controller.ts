import { Controller } from '@nestjs/common';
import { ideasRoutes as routes, type Given, type Language } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By, Spoken } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { tableFile } from '../../platform/http/table-file.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { makeInitiativeOfIdea, makeTaskOfIdea } from './actions/accept-idea.ts';
import { changeIdea } from './actions/change-idea.ts';
import { declineIdea, putIdeaOff } from './actions/answer-idea.ts';
import { followIdea } from './actions/follow-idea.ts';
import { mergeIdea } from './actions/merge-idea.ts';
import { submitIdea } from './actions/submit-idea.ts';
import { supportIdea } from './actions/support-idea.ts';
import { withdrawIdea } from './actions/withdraw-idea.ts';
import { ideasTable, listIdeas, listOrigins, readIdea } from './ideas.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class IdeasController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listIdeas)
  list(@By() actor: Actor, @Input(routes.listIdeas) { query }: To<'listIdeas'>) {
    return listIdeas(this.database, actor, query);
  }

  @Route(routes.exportIdeas)
  export(
    @By() actor: Actor,
    @Spoken() language: Language,
    @Input(routes.exportIdeas) { query: { format, ...filters } }: To<'exportIdeas'>,
  ) {
    return tableFile(exportWords(language, 'ideas.title'), format, ideasTable(this.database, actor, filters, language));
  }

  @Route(routes.listIdeaOrigins)
  origins(@By() actor: Actor, @Input(routes.listIdeaOrigins) { query }: To<'listIdeaOrigins'>) {
    return listOrigins(this.database, actor, query);
  }

  @Route(routes.submitIdea)
  submit(@By() actor: Actor, @Input(routes.submitIdea) input: To<'submitIdea'>) {
    return submitIdea(this.unit, actor, input);
  }

  @Route(routes.readIdea)
  async read(@By() actor: Actor, @Input(routes.readIdea) { params }: To<'readIdea'>) {
    return found(await readIdea(this.database, actor, params.id));
  }

  @Route(routes.changeIdea)
  change(@By() actor: Actor, @Input(routes.changeIdea) input: To<'changeIdea'>) {
    return changeIdea(this.unit, actor, input);
  }

  @Route(routes.withdrawIdea)
  withdraw(@By() actor: Actor, @Input(routes.withdrawIdea) input: To<'withdrawIdea'>) {
    return withdrawIdea(this.unit, actor, input);
  }

  @Route(routes.supportIdea)
  support(@By() actor: Actor, @Input(routes.supportIdea) input: To<'supportIdea'>) {
    return supportIdea(this.unit, actor, input);
  }

  @Route(routes.followIdea)
  follow(@By() actor: Actor, @Input(routes.followIdea) input: To<'followIdea'>) {
    return followIdea(this.unit, actor, input);
  }

  @Route(routes.declineIdea)
  decline(@By() actor: Actor, @Input(routes.declineIdea) input: To<'declineIdea'>) {
    return declineIdea(this.unit, actor, input);
  }

  @Route(routes.putIdeaOff)
  putOff(@By() actor: Actor, @Input(routes.putIdeaOff) input: To<'putIdeaOff'>) {
    return putIdeaOff(this.unit, actor, input);
  }

  @Route(routes.mergeIdea)
  merge(@By() actor: Actor, @Input(routes.mergeIdea) input: To<'mergeIdea'>) {
    return mergeIdea(this.unit, actor, input);
  }

  @Route(routes.makeInitiativeOfIdea)
  makeInitiative(@By() actor: Actor, @Input(routes.makeInitiativeOfIdea) input: To<'makeInitiativeOfIdea'>) {
    return makeInitiativeOfIdea(this.unit, actor, input);
  }

  @Route(routes.makeTaskOfIdea)
  makeTask(@By() actor: Actor, @Input(routes.makeTaskOfIdea) input: To<'makeTaskOfIdea'>) {
    return makeTaskOfIdea(this.unit, actor, input);
  }
}
