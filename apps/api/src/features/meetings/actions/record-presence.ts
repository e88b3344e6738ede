import type { Given, meetingsRoutes, MeetingView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { bodyIssue, found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { meetingEvent } from '../meeting-event.ts';
import { meetingLifecycle } from '../meeting.lifecycle.ts';
import { meetingPolicy } from '../meeting.policy.ts';
import { readMeetingIn } from '../meetings.queries.ts';
import { endPresence, insertPresence, lockMeeting, rollName } from '../meetings.store.ts';

/** Says that a gmina is there, or no more. Said twice it has one effect. */
export const recordPresence = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id, organizationId }, body: { present, office } }: Given<typeof meetingsRoutes.recordPresence>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const meeting = found(await lockMeeting(work, actor, id));
    allow(meetingPolicy.record(actor, organizationId));
    meetingLifecycle.move(meeting.state, 'record');
    const organization = await rollName(work, id, organizationId);
    if (organization === undefined) throw new Problem('not-on-the-roll');
    // Who says it for the own gmina is there by the own office; at the door the secretariat says which.
    const by = meetingPolicy.presentBy(actor, organizationId) ?? office;
    if (present && by === undefined) throw new Problem('invalid', { issues: [bodyIssue('/office', 'required')] });
    const changed =
      by !== undefined && present
        ? await insertPresence(work, {
            meetingId: id,
            organizationId,
            office: by,
            personId: actor.personId,
          })
        : await endPresence(work, id, organizationId);
    if (changed) {
      work.record({
        ...meetingEvent(present ? 'meeting.gmina-came' : 'meeting.gmina-left', actor, meeting, { organization }),
        organizationId,
      });
    }
    return readMeetingIn(work, actor, id);
  });
