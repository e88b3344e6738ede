import type { Given, meetingsRoutes, MeetingView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem, refuse } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { openInMeeting, quorumNeeded, termsIssues } from '../../ballots/index.ts';
import { meetingEvent } from '../meeting-event.ts';
import { meetingLifecycle } from '../meeting.lifecycle.ts';
import { meetingPolicy } from '../meeting.policy.ts';
import { readMeetingIn } from '../meetings.queries.ts';
import { hasOpenBallot, lockMeeting, onRoll, readItem, saveItemBallot } from '../meetings.store.ts';

/**
 * Opens a ballot on an item of the agenda: one at a time, to the gminas that are there, if they are a quorum. Who comes later
 * votes from the next ballot on; who leaves may still vote in this one.
 */
export const putToVote = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id, itemId }, body }: Given<typeof meetingsRoutes.putToVote>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const meeting = found(await lockMeeting(work, actor, id));
    allow(meetingPolicy.manage(actor));
    const item = found(await readItem(work, id, itemId));
    meetingLifecycle.move(meeting.state, 'vote');
    if (item.ballotId !== null) throw new Problem('already-voted-on');
    if (await hasOpenBallot(work, id)) throw new Problem('ballot-still-open');
    refuse(termsIssues(body));
    const members = await onRoll(work, id);
    const present = await onRoll(work, id, true);
    if (present.length === 0 || present.length < quorumNeeded(meeting.presenceQuorum, members.length)) {
      throw new Problem('presence-quorum-missing');
    }
    const { minutes, legalBasis, ...rule } = body;
    const { titlePl, titleEn } = item;
    const terms = { ...rule, titlePl, titleEn, legalBasis: legalBasis ?? null };
    await saveItemBallot(work, itemId, await openInMeeting(work, actor, terms, { minutes, present }));
    work.record({
      ...meetingEvent('meeting.put-to-vote', actor, meeting, { item: { pl: titlePl, en: titleEn } }),
      detail: { present, members: members.length },
    });
    return readMeetingIn(work, actor, id);
  });
