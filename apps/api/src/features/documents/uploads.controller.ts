import { Controller, Inject, Req } from '@nestjs/common';
import { documentsRoutes as routes, type Given } from '@blizej/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { ConfigToken } from '../../platform/config/config.token.ts';
import type { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { FilesToken } from '../../platform/files/files.token.ts';
import type { Files } from '../../platform/files/open-files.ts';
import { By } from '../../platform/http/by.ts';
import { bytesOf } from '../../platform/http/bytes.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { beginUpload } from './actions/begin-upload.ts';
import { cancelUpload } from './actions/cancel-upload.ts';
import { finishUpload } from './actions/finish-upload.ts';
import { sendPart } from './actions/send-part.ts';
import { readUpload } from './documents.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class UploadsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
    @Inject(FilesToken) private readonly files: Files,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Route(routes.beginUpload)
  begin(@By() actor: Actor, @Input(routes.beginUpload) input: To<'beginUpload'>) {
    return beginUpload(this.unit, actor, input, this.config.quotaBytes);
  }

  @Route(routes.readUpload)
  async read(@By() actor: Actor, @Input(routes.readUpload) { params }: To<'readUpload'>) {
    return found(await readUpload(this.database, actor, params.id));
  }

  @Route(routes.sendPart)
  send(@By() actor: Actor, @Input(routes.sendPart) input: To<'sendPart'>, @Req() request: FastifyRequest) {
    return sendPart(this.unit, this.files.store, actor, input, bytesOf(request));
  }

  @Route(routes.finishUpload)
  finish(@By() actor: Actor, @Input(routes.finishUpload) input: To<'finishUpload'>) {
    return finishUpload(this.unit, this.files, actor, input);
  }

  @Route(routes.cancelUpload)
  cancel(@By() actor: Actor, @Input(routes.cancelUpload) input: To<'cancelUpload'>) {
    return cancelUpload(this.unit, actor, input);
  }
}
