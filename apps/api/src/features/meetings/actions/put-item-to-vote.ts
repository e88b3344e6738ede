import type { Given, meetingsRoutes, MeetingView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork } from '../../../kernel/work.ts';
import { clock, openBallotFor, quorumNeeded } from '../../ballots/index.ts';
import { meetingEvent } from '../meeting-event.ts';
import { meetingLifecycle } from '../meeting.lifecycle.ts';
import { meetingPolicy } from '../meeting.policy.ts';
import { closeOf } from '../meeting.rules.ts';
import { readMeetingIn } from '../meetings.queries.ts';
import { hasOpenBallot, lockMeeting, onRoll, readItem, saveItemBallot } from '../meetings.store.ts';

/** How one votes in a hall: by roll-call and in person. */
const inTheHall = { quorum: 'NONE', secret: false, proxyLimit: 0, reminderHours: [] as number[] } as const;

/**
 * Opens a ballot on an item of the agenda: one at a time, to the gminas that are there, if they are a quorum. Who comes later
 * votes from the next ballot on; who leaves may still vote in this one.
 */
export const putItemToVote = (
  unit: UnitOfWork,
  actor: Actor,
  { params: { id, itemId }, body }: Given<typeof meetingsRoutes.putItemToVote>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const meeting = found(await lockMeeting(work, actor, id));
    allow(meetingPolicy.manage(actor));
    const item = found(await readItem(work, id, itemId));
    meetingLifecycle.move(meeting.state, 'vote');
    if (item.ballotId !== null) throw new Problem('already-voted-on');
    if (await hasOpenBallot(work, id)) throw new Problem('ballot-still-open');
    const members = await onRoll(work, id);
    const present = await onRoll(work, id, true);
    if (present.length === 0 || present.length < quorumNeeded(meeting.presenceQuorum, members.length)) {
      throw new Problem('presence-quorum-missing');
    }
    const { minutes, ...terms } = body;
    const { titlePl, titleEn } = item;
    const closesAt = closeOf(await clock(work), minutes).toISOString();
    // Presence is the quorum: of those who are there nobody has to vote.
    const draft = { ...terms, ...inTheHall, titlePl, titleEn, closesAt };
    await saveItemBallot(work, itemId, await openBallotFor(work, actor, draft, present));
    work.record({
      ...meetingEvent('meeting.put-to-vote', actor, meeting, { item: { pl: titlePl, en: titleEn } }),
      detail: { present, members: members.length },
    });
    return readMeetingIn(work, actor, id);
  });
