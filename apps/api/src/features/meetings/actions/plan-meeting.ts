import type { Given, meetingsRoutes, MeetingView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { clock, dayOf, listMembers } from '../../ballots/index.ts';
import { meetingEvent } from '../meeting-event.ts';
import { meetingPolicy } from '../meeting.policy.ts';
import { agendaIssues, startIssues } from '../meeting.rules.ts';
import { readMeetingIn } from '../meetings.queries.ts';
import { agendaIds, insertMeeting, saveAgenda, saveTerms, type Terms } from '../meetings.store.ts';
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

/** Plans a General Assembly with its agenda. */
export const planMeeting = (
  unit: UnitOfWork,
  actor: Actor,
  { body }: Given<typeof meetingsRoutes.planMeeting>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    allow(meetingPolicy.manage(actor));
    refuse([...startIssues(body.startsAt, await clock(work)), ...agendaIssues(body.agenda, [])]);
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
      ...agendaIssues(body.agenda, await agendaIds(work, id)),
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
