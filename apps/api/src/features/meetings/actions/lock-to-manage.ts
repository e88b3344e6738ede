import type { MeetingView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { expectVersion } from '../../../kernel/lifecycle.ts';
import { allow } from '../../../kernel/policy.ts';
import { found } from '../../../kernel/problems.ts';
import type { Work } from '../../../kernel/work.ts';
import { meetingLifecycle } from '../meeting.lifecycle.ts';
import { meetingPolicy } from '../meeting.policy.ts';
import { readMeetingIn } from '../meetings.queries.ts';
import { lockMeeting, type LockedMeeting } from '../meetings.store.ts';

/** Locks a meeting for a deed of whoever manages it: seen, allowed, in the right state, as it was on the screen. */
export async function lockToManage(
  work: Work,
  actor: Actor,
  id: string,
  move: 'change' | 'convene' | 'open' | 'close' | 'cancel',
  version: number,
): Promise<LockedMeeting> {
  const meeting = found(await lockMeeting(work, actor, id));
  allow(meetingPolicy.manage(actor));
  meetingLifecycle.move(meeting.state, move);
  const current: MeetingView = await readMeetingIn(work, actor, id);
  expectVersion(version, meeting.version, () => current);
  return meeting;
}
