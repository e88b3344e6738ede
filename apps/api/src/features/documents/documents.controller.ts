import { Controller } from '@nestjs/common';
import { documentsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { changeDocument } from './actions/change-document.ts';
import { removeDocument, restoreDocument } from './actions/remove-document.ts';
import { listDocuments, listSignedFiles, readDocument } from './documents.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class DocumentsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listNetworkDocuments)
  async ofNetwork(
    @By() actor: Actor,
    @Input(routes.listNetworkDocuments) { params, query }: To<'listNetworkDocuments'>,
  ) {
    const network = { kind: 'NETWORK', networkId: params.id, folder: null } as const;
    return found(await listDocuments(this.database, actor, network, query));
  }

  @Route(routes.listTaskDocuments)
  async ofTask(@By() actor: Actor, @Input(routes.listTaskDocuments) { params, query }: To<'listTaskDocuments'>) {
    return found(await listDocuments(this.database, actor, { kind: 'TASK', taskId: params.id }, query));
  }

  @Route(routes.listAnswerDocuments)
  async ofAnswer(@By() actor: Actor, @Input(routes.listAnswerDocuments) { params, query }: To<'listAnswerDocuments'>) {
    const answer = { kind: 'ANSWER', taskId: params.id, organizationId: params.organizationId } as const;
    return found(await listDocuments(this.database, actor, answer, query));
  }

  @Route(routes.listResolutionDocuments)
  async ofResolution(
    @By() actor: Actor,
    @Input(routes.listResolutionDocuments) { params, query }: To<'listResolutionDocuments'>,
  ) {
    return found(await listDocuments(this.database, actor, { kind: 'RESOLUTION', resolutionId: params.id }, query));
  }

  @Route(routes.listInitiativeDocuments)
  async ofInitiative(
    @By() actor: Actor,
    @Input(routes.listInitiativeDocuments) { params, query }: To<'listInitiativeDocuments'>,
  ) {
    return found(await listDocuments(this.database, actor, { kind: 'INITIATIVE', initiativeId: params.id }, query));
  }

  @Route(routes.listPositionDocuments)
  async ofPosition(
    @By() actor: Actor,
    @Input(routes.listPositionDocuments) { params, query }: To<'listPositionDocuments'>,
  ) {
    return found(await listDocuments(this.database, actor, { kind: 'POSITION', positionId: params.id }, query));
  }

  @Route(routes.listSignedFiles)
  async signedFiles(@Input(routes.listSignedFiles) { params }: To<'listSignedFiles'>) {
    return found(await listSignedFiles(this.database, params.id));
  }

  @Route(routes.readDocument)
  async read(@By() actor: Actor, @Input(routes.readDocument) { params }: To<'readDocument'>) {
    return found(await readDocument(this.database, actor, params.id));
  }

  @Route(routes.changeDocument)
  change(@By() actor: Actor, @Input(routes.changeDocument) input: To<'changeDocument'>) {
    return changeDocument(this.unit, actor, input);
  }

  @Route(routes.removeDocument)
  remove(@By() actor: Actor, @Input(routes.removeDocument) input: To<'removeDocument'>) {
    return removeDocument(this.unit, actor, input);
  }

  @Route(routes.restoreDocument)
  restore(@By() actor: Actor, @Input(routes.restoreDocument) input: To<'restoreDocument'>) {
    return restoreDocument(this.unit, actor, input);
  }
}
