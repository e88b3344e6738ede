import type {
  AgendaItemView,
  BallotOutcome,
  BallotQuorum,
  BallotState,
  MeetingState,
  MeetingSummary,
  MeetingView,
  PresenceOffice,
} from '@blizej/contracts';
import type { Actor } from '../../kernel/actor.ts';
import { phaseOf, quorumNeeded } from '../ballots/index.ts';
import { meetingLifecycle } from './meeting.lifecycle.ts';
import { meetingPolicy } from './meeting.policy.ts';

export interface SummaryRow {
  readonly id: string;
  readonly number: number;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly state: MeetingState;
  readonly openedAt: Date | null;
  readonly members: number;
  readonly present: number;
}

interface BallotRow {
  readonly id: string;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly questionPl: string;
  readonly questionEn: string;
  readonly state: BallotState;
  readonly closesAt: string;
  readonly electorCount: number;
  readonly votedCount: number;
  readonly outcome: BallotOutcome | null;
  readonly for: number | null;
  readonly against: number | null;
  readonly abstain: number | null;
}

interface ItemRow {
  readonly id: string;
  readonly titlePl: string;
  readonly titleEn: string;
  readonly position: AgendaItemView['position'];
  readonly withdrawn: AgendaItemView['withdrawn'];
  readonly ballot: BallotRow | null;
}

export interface MeetingRow extends SummaryRow {
  readonly presenceQuorum: BallotQuorum;
  readonly closedAt: Date | null;
  readonly cancellation: string | null;
  readonly version: number;
  readonly now: Date;
  readonly agenda: readonly ItemRow[];
  readonly roll: readonly {
    readonly id: string;
    readonly name: string;
    readonly office: PresenceOffice | null;
    readonly arrivedAt: string | null;
    readonly leftAt: string | null;
  }[];
}

const iso = (moment: Date | string): string => new Date(moment).toISOString();

export const presentSummary = (row: SummaryRow): MeetingSummary => ({
  id: row.id,
  number: row.number,
  title: { pl: row.titlePl, en: row.titleEn },
  place: row.place,
  startsAt: iso(row.startsAt),
  state: row.state,
  presence: row.openedAt && { present: row.present, members: row.members },
});

const secondsUntil = (closesAt: string, now: Date): number =>
  Math.max(0, Math.ceil((new Date(closesAt).getTime() - now.getTime()) / 1000));

const presentBallot = (ballot: BallotRow, now: Date): AgendaItemView['ballot'] => {
  const phase = phaseOf(ballot.state, new Date(ballot.closesAt), now);
  return {
    id: ballot.id,
    title: { pl: ballot.titlePl, en: ballot.titleEn },
    question: { pl: ballot.questionPl, en: ballot.questionEn },
    phase,
    closesAt: iso(ballot.closesAt),
    secondsLeft: phase === 'OPEN' ? secondsUntil(ballot.closesAt, now) : null,
    turnout: { electorate: ballot.electorCount, voted: ballot.votedCount },
    outcome: ballot.outcome,
    count:
      ballot.for === null || ballot.against === null || ballot.abstain === null
        ? null
        : { for: ballot.for, against: ballot.against, abstain: ballot.abstain },
  };
};

const presentItem = ({ id, titlePl, titleEn, position, withdrawn, ballot }: ItemRow, now: Date): AgendaItemView => ({
  id,
  title: { pl: titlePl, en: titleEn },
  position,
  withdrawn,
  ballot: ballot && presentBallot(ballot, now),
});

/** A meeting with what the viewer may do. */
export const presentMeeting = (row: MeetingRow, actor: Actor): MeetingView => {
  const manages = meetingPolicy.manage(actor);
  const may = (move: Parameters<typeof meetingLifecycle.allows>[1]): boolean =>
    manages && meetingLifecycle.allows(row.state, move);
  const agenda = row.agenda.map((item) => presentItem(item, row.now));
  const isVoting = agenda.some(({ ballot }) => ballot?.phase === 'OPEN' || ballot?.phase === 'COUNTING');
  const isOpen = meetingLifecycle.allows(row.state, 'record');
  const needed = quorumNeeded(row.presenceQuorum, row.members);
  const isQuorum = row.present > 0 && row.present >= needed;
  return {
    ...presentSummary(row),
    presenceQuorum: row.presenceQuorum,
    quorumNeeded: row.openedAt && needed,
    openedAt: row.openedAt && iso(row.openedAt),
    closedAt: row.closedAt && iso(row.closedAt),
    cancellation: row.cancellation,
    agenda,
    presences: row.roll.map(({ id, name, office, arrivedAt, leftAt }) => ({
      organization: { id, name },
      present: arrivedAt !== null && leftAt === null,
      office,
      arrivedAt: arrivedAt && iso(arrivedAt),
      leftAt: leftAt && iso(leftAt),
      mayRecord: isOpen && meetingPolicy.record(actor, id),
    })),
    version: row.version,
    abilities: {
      change: may('change'),
      convene: may('convene'),
      open: may('open'),
      close: may('close') && !isVoting,
      cancel: may('cancel'),
      putToVote: may('vote') && !isVoting && isQuorum ? agenda.flatMap(({ id, ballot }) => (ballot ? [] : [id])) : [],
    },
  };
};
