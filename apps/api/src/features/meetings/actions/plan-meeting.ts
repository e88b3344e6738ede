import type { Given, meetingsRoutes, MeetingView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { clock, dayOf, listMembers } from '../../ballots/index.ts';
import { meetingEvent } from '../meeting-event.ts';
import { meetingPolicy } from '../meeting.policy.ts';
import { agendaIssues, positionsOn, startIssues } from '../meeting.rules.ts';
import { readMeetingIn } from '../meetings.queries.ts';
import {
  agendaOf,
  insertMeeting,
  positionsInConsultation,
  saveAgenda,
  saveTerms,
  type Terms,
} from '../meetings.store.ts';
import { lockToManage } from './lock-to-manage.ts';

type Plan = Given<typeof meetingsRoutes.planMeeting>['body'];

const termsOf = ({ number, titlePl, titleEn, place, startsAt, presenceQuorum }: Plan): Terms => ({
  number,
  titlePl,
  titleEn,
  place,
  startsAt: new Date(startsAt),
  presenceQuorum,
});

/** What is wrong with an agenda, beside the one that there was. */
const issuesOf = async (work: Work, agenda: Plan['agenda'], known: Parameters<typeof agendaIssues>[1]) =>
  agendaIssues(agenda, known, await positionsInConsultation(work, positionsOn(agenda)));

/** Plans a General Assembly with its agenda. */
export const planMeeting = (
  unit: UnitOfWork,
  actor: Actor,
  { body }: Given<typeof meetingsRoutes.planMeeting>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    allow(meetingPolicy.manage(actor));
    refuse([...startIssues(body.startsAt, await clock(work)), ...(await issuesOf(work, body.agenda, []))]);
    const id = await insertMeeting(work, termsOf(body));
    await saveAgenda(work, id, body.agenda);
    work.record(meetingEvent('meeting.planned', actor, { id, ...body }, {}));
    return readMeetingIn(work, actor, id);
  });

/** Changes a General Assembly before it is opened; the gminas are told where they know of it. */
export const changeMeeting = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id }, body }: Given<typeof meetingsRoutes.changeMeeting>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const meeting = await lockToManage(work, actor, id, 'change', body.version);
    refuse([
      ...startIssues(body.startsAt, await clock(work), meeting.startsAt),
      ...(await issuesOf(work, body.agenda, await agendaOf(work, id))),
    ]);
    await saveTerms(work, id, termsOf(body));
    await saveAgenda(work, id, body.agenda);
    if (meeting.state === 'CONVENED') {
      work.record({
        ...meetingEvent(
          'meeting.changed',
          actor,
          { id, ...body },
          { since: await dayOf(work, new Date(body.startsAt)) },
        ),
        organizationIds: (await listMembers(work)).map((member) => member.id),
      });
    }
    return readMeetingIn(work, actor, id);
  });
