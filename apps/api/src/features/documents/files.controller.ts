import { Controller, Inject, Req, Res } from '@nestjs/common';
import { documentsRoutes as routes, type Given } from '@blizej/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/actor.ts';
import { found, notFound, Problem } from '../../kernel/problems.ts';
import { Database } from '../../platform/database/database.ts';
import { FilesToken } from '../../platform/files/files.token.ts';
import type { Files } from '../../platform/files/open-files.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { documentPolicy } from './document.policy.ts';
import { dispositionOf, matches, policyOf, previewOf, rangeOf } from './document.rules.ts';
import { findFile, findSignedFile, type KeptFile } from './documents.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class FilesController {
  constructor(
    private readonly database: Database,
    @Inject(FilesToken) private readonly files: Files,
  ) {}

  @Route(routes.downloadVersion)
  async download(
    @By() actor: Actor,
    @Input(routes.downloadVersion) { params }: To<'downloadVersion'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const file = await this.fileFor(actor, params.id, params.number);
    // Whatever it is, a browser keeps it and opens it nowhere near the portal.
    void reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', dispositionOf('attachment', file.name))
      .header('content-security-policy', policyOf(null));
    return this.answer(file, request, reply);
  }

  @Route(routes.downloadSignedFile)
  async signed(
    @Input(routes.downloadSignedFile) { params }: To<'downloadSignedFile'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const file = found(await findSignedFile(this.database, params.id, params.documentId));
    void reply
      .header('content-type', file.mediaType)
      .header('content-disposition', dispositionOf('attachment', file.name))
      .header('content-security-policy', policyOf(previewOf(file.mediaType)));
    return this.answer(file, request, reply);
  }

  @Route(routes.previewVersion)
  async preview(
    @By() actor: Actor,
    @Input(routes.previewVersion) { params }: To<'previewVersion'>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const file = await this.fileFor(actor, params.id, params.number);
    const preview = previewOf(file.mediaType);
    if (preview === null) throw notFound();
    void reply
      .header('content-type', file.mediaType)
      .header('content-disposition', dispositionOf('inline', file.name))
      .header('content-security-policy', policyOf(preview));
    return this.answer(file, request, reply);
  }

  private async fileFor(actor: Actor, id: string, number: number): Promise<KeptFile> {
    const file = found(await findFile(this.database, actor, id, number));
    if (!documentPolicy.readFile(actor, file)) throw new Problem('file-unchecked');
    return file;
  }

  /** Sends the file, a range of it, or that the browser has it already. The rights were asked for before each of them. */
  private async answer(file: KeptFile, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const tag = `"${file.sha256.toString('base64url')}"`;
    void reply
      .header('etag', tag)
      .header('accept-ranges', 'bytes')
      // Kept by the reader's own browser alone, which asks each time whether it may still show it.
      .header('cache-control', 'private, no-cache');
    if (matches(request.headers['if-none-match'], tag)) return void reply.status(304).send();
    const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === tag;
    const range = isSame ? rangeOf(request.headers.range, file.bytes) : undefined;
    const content = await this.files.store.get(file.storageKey, range);
    if (range) {
      void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${file.bytes}`);
    }
    void reply.header('content-length', range ? range.end - range.start + 1 : file.bytes).send(content);
  }
}
