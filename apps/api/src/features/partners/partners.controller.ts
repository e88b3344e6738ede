import { Controller } from '@nestjs/common';
import { partnersRoutes as routes, type Given, type Language } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { By, Spoken } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { tableFile } from '../../platform/http/table-file.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { acceptPartner, archivePartner } from './actions/decide-partner.ts';
import { addPartner, changePartner } from './actions/describe-partner.ts';
import { inviteGuest, revokeGuest } from './actions/invite-guest.ts';
import { noteContact, notePartnerPerson, removeContact, removePartnerPerson } from './actions/note-partner.ts';
import { endTwin, writeTwin } from './actions/twin-partner.ts';
import { readGuests } from './guests.queries.ts';
import { listPartners, listTwins, partnersTable, readPartner } from './partners.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class PartnersController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listPartners)
  list(@By() actor: Actor, @Input(routes.listPartners) { query }: To<'listPartners'>) {
    return listPartners(this.database, actor, query);
  }

  @Route(routes.exportPartners)
  export(
    @By() actor: Actor,
    @Spoken() language: Language,
    @Input(routes.exportPartners) { query: { format, ...filters } }: To<'exportPartners'>,
  ) {
    return tableFile(
      exportWords(language, 'partners.title'),
      format,
      partnersTable(this.database, actor, filters, language),
    );
  }

  @Route(routes.addPartner)
  add(@By() actor: Actor, @Input(routes.addPartner) input: To<'addPartner'>) {
    return addPartner(this.unit, actor, input);
  }

  @Route(routes.readPartner)
  async read(@By() actor: Actor, @Input(routes.readPartner) { params }: To<'readPartner'>) {
    return found(await readPartner(this.database, actor, params.id));
  }

  @Route(routes.changePartner)
  change(@By() actor: Actor, @Input(routes.changePartner) input: To<'changePartner'>) {
    return changePartner(this.unit, actor, input);
  }

  @Route(routes.acceptPartner)
  accept(@By() actor: Actor, @Input(routes.acceptPartner) input: To<'acceptPartner'>) {
    return acceptPartner(this.unit, actor, input);
  }

  @Route(routes.archivePartner)
  archive(@By() actor: Actor, @Input(routes.archivePartner) input: To<'archivePartner'>) {
    return archivePartner(this.unit, actor, input);
  }

  @Route(routes.notePartnerPerson)
  notePerson(@By() actor: Actor, @Input(routes.notePartnerPerson) input: To<'notePartnerPerson'>) {
    return notePartnerPerson(this.unit, actor, input);
  }

  @Route(routes.removePartnerPerson)
  removePerson(@By() actor: Actor, @Input(routes.removePartnerPerson) input: To<'removePartnerPerson'>) {
    return removePartnerPerson(this.unit, actor, input);
  }

  @Route(routes.noteContact)
  contact(@By() actor: Actor, @Input(routes.noteContact) input: To<'noteContact'>) {
    return noteContact(this.unit, actor, input);
  }

  @Route(routes.removeContact)
  removeNoted(@By() actor: Actor, @Input(routes.removeContact) input: To<'removeContact'>) {
    return removeContact(this.unit, actor, input);
  }

  @Route(routes.writeTwin)
  twin(@By() actor: Actor, @Input(routes.writeTwin) input: To<'writeTwin'>) {
    return writeTwin(this.unit, actor, input);
  }

  @Route(routes.endTwin)
  untwin(@By() actor: Actor, @Input(routes.endTwin) input: To<'endTwin'>) {
    return endTwin(this.unit, actor, input);
  }

  @Route(routes.listTwins)
  async twins(@By() actor: Actor, @Input(routes.listTwins) { params }: To<'listTwins'>) {
    return found(await listTwins(this.database, actor, params.id));
  }

  @Route(routes.listGuests)
  guests(@By() actor: Actor, @Input(routes.listGuests) { params }: To<'listGuests'>) {
    return readGuests(this.database, actor, params.id);
  }

  @Route(routes.inviteGuest)
  invite(@By() actor: Actor, @Input(routes.inviteGuest) input: To<'inviteGuest'>) {
    return inviteGuest(this.unit, actor, input);
  }

  @Route(routes.revokeGuest)
  revoke(@By() actor: Actor, @Input(routes.revokeGuest) input: To<'revokeGuest'>) {
    return revokeGuest(this.unit, actor, input);
  }
}
