import { Controller } from '@nestjs/common';
import { auditRoutes, type Given, type Language } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { Database } from '../../platform/database/database.ts';
import { By, Spoken } from '../../platform/http/by.ts';
import { csvFile } from '../../platform/http/csv.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { auditWords } from '../../platform/mail/words.ts';
import { checkAudit, exportAudit, listAudit, readAuditEvent } from './audit.queries.ts';

@Controller()
export class AuditController {
  constructor(private readonly database: Database) {}

  @Route(auditRoutes.listAudit)
  list(@By() actor: Actor, @Input(auditRoutes.listAudit) { query }: Given<typeof auditRoutes.listAudit>) {
    return listAudit(this.database, actor, query);
  }

  @Route(auditRoutes.exportAudit)
  async export(
    @By() actor: Actor,
    @Spoken() language: Language,
    @Input(auditRoutes.exportAudit) { query }: Given<typeof auditRoutes.exportAudit>,
  ) {
    return csvFile(auditWords(language, 'file'), await exportAudit(this.database, actor, query, language));
  }

  @Route(auditRoutes.checkAudit)
  check(@By() actor: Actor) {
    return checkAudit(this.database, actor);
  }

  @Route(auditRoutes.readAuditEvent)
  async read(
    @By() actor: Actor,
    @Input(auditRoutes.readAuditEvent) { params }: Given<typeof auditRoutes.readAuditEvent>,
  ) {
    return found(await readAuditEvent(this.database, actor, params.id));
  }
}
