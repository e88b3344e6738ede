import { Controller } from '@nestjs/common';
import { meetingsRoutes as routes, type Given } from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { found } from '../../kernel/problems.ts';
import { UnitOfWork } from '../../kernel/work.ts';
import { Database } from '../../platform/database/database.ts';
import { exportWords } from '../../platform/mail/words.ts';
import { pdfFile } from '../../platform/http/pdf-file.ts';
import { By } from '../../platform/http/by.ts';
import { Input, Route } from '../../platform/http/route.ts';
import { cancelMeeting, closeMeeting, conveneMeeting, openMeeting } from './actions/lead-meeting.ts';
import { changeMeeting, planMeeting } from './actions/plan-meeting.ts';
import { putItemToVote, putPositionToVote } from './actions/put-item-to-vote.ts';
import { recordPresence } from './actions/record-presence.ts';
import { minutesOf } from './meeting-minutes.ts';
import { listMeetings, readMeeting, readMinutes } from './meetings.queries.ts';

type To<Name extends keyof typeof routes> = Given<(typeof routes)[Name]>;

@Controller()
export class MeetingsController {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly database: Database,
  ) {}

  @Route(routes.listMeetings)
  list(@By() actor: Actor, @Input(routes.listMeetings) { query }: To<'listMeetings'>) {
    return listMeetings(this.database, actor, query);
  }

  @Route(routes.planMeeting)
  plan(@By() actor: Actor, @Input(routes.planMeeting) input: To<'planMeeting'>) {
    return planMeeting(this.unit, actor, input);
  }

  @Route(routes.readMeeting)
  async read(@By() actor: Actor, @Input(routes.readMeeting) { params }: To<'readMeeting'>) {
    return found(await readMeeting(this.database, actor, params.id));
  }

  @Route(routes.readMinutes)
  async minutes(@By() actor: Actor, @Input(routes.readMinutes) { params, query }: To<'readMinutes'>) {
    const minutes = found(await readMinutes(this.database, actor, params.id));
    return pdfFile(exportWords(query.language, 'minutes.file'), minutesOf(minutes, query.language));
  }

  @Route(routes.changeMeeting)
  change(@By() actor: Actor, @Input(routes.changeMeeting) input: To<'changeMeeting'>) {
    return changeMeeting(this.unit, actor, input);
  }

  @Route(routes.conveneMeeting)
  convene(@By() actor: Actor, @Input(routes.conveneMeeting) input: To<'conveneMeeting'>) {
    return conveneMeeting(this.unit, actor, input);
  }

  @Route(routes.openMeeting)
  open(@By() actor: Actor, @Input(routes.openMeeting) input: To<'openMeeting'>) {
    return openMeeting(this.unit, actor, input);
  }

  @Route(routes.closeMeeting)
  close(@By() actor: Actor, @Input(routes.closeMeeting) input: To<'closeMeeting'>) {
    return closeMeeting(this.unit, actor, input);
  }

  @Route(routes.cancelMeeting)
  cancel(@By() actor: Actor, @Input(routes.cancelMeeting) input: To<'cancelMeeting'>) {
    return cancelMeeting(this.unit, actor, input);
  }

  @Route(routes.recordPresence)
  record(@By() actor: Actor, @Input(routes.recordPresence) input: To<'recordPresence'>) {
    return recordPresence(this.unit, actor, input);
  }

  @Route(routes.putItemToVote)
  vote(@By() actor: Actor, @Input(routes.putItemToVote) input: To<'putItemToVote'>) {
    return putItemToVote(this.unit, actor, input);
  }

  @Route(routes.putPositionToVote)
  votePosition(@By() actor: Actor, @Input(routes.putPositionToVote) input: To<'putPositionToVote'>) {
    return putPositionToVote(this.unit, actor, input);
  }
}
