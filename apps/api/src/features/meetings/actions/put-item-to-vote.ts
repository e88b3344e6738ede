import type { Given, meetingsRoutes, MeetingView } from '@blizej/contracts';
import type { Actor } from '../../../kernel/actor.ts';
import { allow } from '../../../kernel/policy.ts';
import { found, Problem } from '../../../kernel/problems.ts';
import type { UnitOfWork, Work } from '../../../kernel/work.ts';
import { clock, openBallotFor, quorumNeeded } from '../../ballots/index.ts';
import { putToVoteIn } from '../../positions/index.ts';
import { meetingEvent } from '../meeting-event.ts';
import { meetingLifecycle } from '../meeting.lifecycle.ts';
import { meetingPolicy } from '../meeting.policy.ts';
import { closeOf } from '../meeting.rules.ts';
import { readMeetingIn } from '../meetings.queries.ts';
import {
  hasOpenBallot,
  insertItemBallot,
  lockMeeting,
  onRoll,
  readItem,
  type ItemToVote,
  type LockedMeeting,
} from '../meetings.store.ts';

/** How one votes in a hall: by roll-call and in person. Presence is the quorum: of those who are there nobody has to vote. */
const inTheHall = { quorum: 'NONE', secret: false, proxyLimit: 0, reminderHours: [] as number[] } as const;

interface Voting {
  readonly meeting: LockedMeeting;
  readonly item: ItemToVote;
  /** The gminas that are there, of so many members. */
  readonly present: readonly string[];
  readonly members: number;
}

/** Locks a meeting in which an item may be put to the vote now: one at a time, and those who are there are a quorum. */
async function lockToVote(
  work: Work,
  actor: Actor,
  { id, itemId }: { readonly id: string; readonly itemId: string },
): Promise<Voting> {
  const meeting = found(await lockMeeting(work, actor, id));
  allow(meetingPolicy.manage(actor));
  const item = found(await readItem(work, id, itemId));
  meetingLifecycle.move(meeting.state, 'vote');
  if (item.wasVotedOn) throw new Problem('already-voted-on');
  if (await hasOpenBallot(work, id)) throw new Problem('ballot-still-open');
  const members = (await onRoll(work, id)).length;
  const present = await onRoll(work, id, true);
  if (present.length === 0 || present.length < quorumNeeded(meeting.presenceQuorum, members)) {
    throw new Problem('presence-quorum-missing');
  }
  return { meeting, item, present, members };
}

/** Keeps that the ballot was opened on the item, and says so. */
async function keepVote(
  work: Work,
  actor: Actor,
  { meeting, item, present, members }: Voting,
  ballotId: string,
): Promise<MeetingView> {
  await insertItemBallot(work, item.id, ballotId);
  work.record({
    ...meetingEvent('meeting.put-to-vote', actor, meeting, { item: { pl: item.titlePl, en: item.titleEn } }),
    detail: { present, members },
  });
  return readMeetingIn(work, actor, meeting.id);
}

/**
 * Opens a ballot on an item of the agenda, to the gminas that are there. Who comes later votes from the next ballot on; who
 * leaves may still vote in this one.
 */
export const putItemToVote = (
  unit: UnitOfWork,
  actor: Actor,
  { params, body: { minutes, ...terms } }: Given<typeof meetingsRoutes.putItemToVote>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const voting = await lockToVote(work, actor, params);
    const { titlePl, titleEn, positionId } = voting.item;
    if (positionId !== null) throw new Problem('position-on-the-agenda');
    const closesAt = closeOf(await clock(work), minutes).toISOString();
    const draft = { ...terms, ...inTheHall, titlePl, titleEn, closesAt };
    return keepVote(work, actor, voting, await openBallotFor(work, actor, draft, voting.present));
  });

/** The same for the joint position of an item: its text as it stands is what is voted on, and what comes of it becomes of it. */
export const putPositionToVote = (
  unit: UnitOfWork,
  actor: Actor,
  {
    params,
    body: { minutes, textNumber, withoutEnglish = false, ...terms },
  }: Given<typeof meetingsRoutes.putPositionToVote>,
): Promise<MeetingView> =>
  unit.run(actor, async (work) => {
    const voting = await lockToVote(work, actor, params);
    const { positionId } = voting.item;
    if (positionId === null) throw new Problem('position-missing');
    const rule = { ...terms, ...inTheHall, closesAt: closeOf(await clock(work), minutes) };
    const vote = { rule, withoutEnglish, textNumber, among: voting.present };
    return keepVote(work, actor, voting, await putToVoteIn(work, actor, positionId, vote));
  });
