import type { Office } from '@blizej/contracts';

/** An assignment that is owed, by its days. */
export interface Owed {
  readonly assignmentId: string;
  readonly dueOn: string;
  /** Whole days until the due day; negative: so many days late. */
  readonly daysLeft: number;
  /** How many days the gmina was given. */
  readonly daysGiven: number;
}

/** Who is told: the first step of the ladder on which anybody stands. */
export type Rung = readonly (Office | 'KEEPER')[];

export interface Reminder {
  readonly kind:
    | 'WEEK_BEFORE'
    | 'TWO_DAYS_BEFORE'
    | 'DUE_DAY'
    | 'LATE'
    | 'ESCALATED_TO_COORDINATOR'
    | 'ESCALATED_TO_EXECUTIVE';
  readonly step: number;
  readonly ladder: readonly Rung[];
}

/** Whoever keeps it; without a keeper those who may take it; without them the mayor. */
const answering: readonly Rung[] = [['KEEPER'], ['OFFICIAL', 'COORDINATOR'], ['EXECUTIVE']];

/** After how many days of being late those who decide are told. */
export const coordinatorAfter = 3;
export const executiveAfter = 7;

/** For how many weeks being late is repeated. */
const lateWeeks = 8;

/**
 * Of what is reminded on a day. Each holds until the next takes its place, so that a day on which the portal stood still
 * loses none; and who was asked only after the day of a reminder is spared it.
 */
export function remindersOf({ daysLeft, daysGiven }: Owed): Reminder[] {
  if (daysLeft > 7) return [];
  if (daysLeft > 2) return daysGiven > 7 ? [{ kind: 'WEEK_BEFORE', step: 0, ladder: answering }] : [];
  if (daysLeft > 0) return daysGiven > 2 ? [{ kind: 'TWO_DAYS_BEFORE', step: 0, ladder: answering }] : [];
  if (daysLeft === 0) return daysGiven > 0 ? [{ kind: 'DUE_DAY', step: 0, ladder: answering }] : [];
  const daysLate = -daysLeft;
  const step = Math.min(Math.floor((daysLate - 1) / 7), lateWeeks - 1);
  return [
    { kind: 'LATE', step, ladder: answering },
    ...(daysLate >= coordinatorAfter
      ? [{ kind: 'ESCALATED_TO_COORDINATOR', step: 0, ladder: [['COORDINATOR'], ['EXECUTIVE']] } as const]
      : []),
    ...(daysLate >= executiveAfter
      ? [{ kind: 'ESCALATED_TO_EXECUTIVE', step: 0, ladder: [['EXECUTIVE']] } as const]
      : []),
  ];
}
