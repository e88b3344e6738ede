import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { positionRegisterRoutes as routes, type Given } from '@blizej/contracts';
import { found } from '../../kernel/problems.ts';
import type { Config } from '../../platform/config/config.ts';
import { ConfigToken } from '../../platform/config/config.token.ts';
import { Database } from '../../platform/database/database.ts';
import { pdfFile } from '../../platform/http/pdf-file.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { positionWords } from '../../platform/mail/words.ts';
import { positionDocument, printedRegistered } from './position-documents.ts';
import { atomOf } from './position-feed.ts';
import { associationName, listRegister, readRegistered } from './positions.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

/** The register of decisions as anybody reads it, without a session. */
@Controller()
export class RegisterController {
  constructor(
    private readonly database: Database,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  @Route(routes.listRegister)
  list(@Input(routes.listRegister) { query }: To<'listRegister'>) {
    return listRegister(this.database, query.cursor);
  }

  @Route(routes.readRegisterFeed)
  async feed(@Input(routes.readRegisterFeed) { query }: To<'readRegisterFeed'>) {
    const { items } = await listRegister(this.database, undefined);
    const association = await associationName(this.database);
    const { publicUrl } = this.config;
    const feed = atomOf(items, { language: query.language, association, publicUrl });
    return new StreamableFile(Buffer.from(feed), {
      type: 'application/atom+xml; charset=utf-8',
      disposition: 'inline',
    });
  }

  @Route(routes.printRegistered)
  async print(@Input(routes.printRegistered) { params, query }: To<'printRegistered'>) {
    const view = found(await readRegistered(this.database, params.id));
    const document = positionDocument(printedRegistered(view), query.language, await associationName(this.database));
    return pdfFile(positionWords(query.language, 'file'), document);
  }

  @Route(routes.readRegistered)
  async read(@Input(routes.readRegistered) { params }: To<'readRegistered'>) {
    return found(await readRegistered(this.database, params.id));
  }
}
