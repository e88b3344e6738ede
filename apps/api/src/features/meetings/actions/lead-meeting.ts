import type { Given, meetingsRoutes, MeetingView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { clock, dayOf, listMembers } from '../../ballots/index.ts';
import { meetingEvent } from '../meeting-event.ts';
import { readMeetingIn } from '../meetings.queries.ts';
import {
  hasOpenBallot,
  onRoll,
  saveCancellation,
  saveClosing,
  saveConvocation,
  saveOpening,
} from '../meetings.store.ts';
import { lockToManage } from './lock-to-manage.ts';

/** Convenes a General Assembly: from now on all members see it. */
export const conveneMeeting = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id }, body }: Given<typeof meetingsRoutes.conveneMeeting>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const meeting = await lockToManage(work, actor, id, 'convene', body.version);
    if (meeting.startsAt <= (await clock(work))) throw new Problem('meeting-start-past');
    await saveConvocation(work, id);
    work.record({
      ...meetingEvent('meeting.convened', actor, meeting, { since: await dayOf(work, meeting.startsAt) }),
      organizationIds: (await listMembers(work)).map((member) => member.id),
    });
    return readMeetingIn(work, actor, id);
  });

/** Opens a General Assembly: who is a member now is on its roll. */
export const openMeeting = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id }, body }: Given<typeof meetingsRoutes.openMeeting>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const meeting = await lockToManage(work, actor, id, 'open', body.version);
    const members = await listMembers(work);
    await saveOpening(work, id, members);
    work.record({
      ...meetingEvent('meeting.opened', actor, meeting, {}),
      organizationIds: members.map((member) => member.id),
    });
    return readMeetingIn(work, actor, id);
  });

/** Closes a General Assembly: what it has decided is decided. */
export const closeMeeting = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id }, body }: Given<typeof meetingsRoutes.closeMeeting>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const meeting = await lockToManage(work, actor, id, 'close', body.version);
    if (await hasOpenBallot(work, id)) throw new Problem('ballot-still-open');
    await saveClosing(work, id);
    work.record({
      ...meetingEvent('meeting.closed', actor, meeting, {}),
      organizationIds: await onRoll(work, id),
      detail: { present: await onRoll(work, id, true) },
    });
    return readMeetingIn(work, actor, id);
  });

/** Cancels a General Assembly that has not been opened; the gminas are told where they know of it. */
export const cancelMeeting = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id }, body }: Given<typeof meetingsRoutes.cancelMeeting>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const meeting = await lockToManage(work, actor, id, 'cancel', body.version);
    await saveCancellation(work, id, body.reason);
    work.record({
      ...meetingEvent('meeting.cancelled', actor, meeting, { reason: body.reason }),
      organizationIds: meeting.state === 'CONVENED' ? (await listMembers(work)).map((member) => member.id) : [],
    });
    return readMeetingIn(work, actor, id);
  });
