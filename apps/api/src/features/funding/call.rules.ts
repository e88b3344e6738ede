import type { CallState, Issue } from '@blizej/contracts';
import { daysBetween } from '../../kernel/moments.ts';
import { bodyIssue } from '../../kernel/problems.ts';

/** How many days before its next deadline a call is said to close soon. */
export const soonDays = 14;

/** How many days ahead a deadline is reminded of. */
export const reminderDays = [60, 30, 14, 3] as const;

export interface Clock {
  /** A moment, ISO 8601 in UTC. */
  readonly now: string;
  /** The day of that moment where the association is. */
  readonly today: string;
}

export interface Deadlines {
  readonly firstStageAt: string | null;
  readonly closesAt: string;
}

/** The deadline that comes next; null once the last one is over. A call closes at its very moment. */
export const nextDeadline = (
  { firstStageAt, closesAt }: Deadlines,
  { now }: Pick<Clock, 'now'>,
): { at: string; stage: 'FIRST' | 'FINAL' } | null => {
  const isAhead = (moment: string): boolean => Date.parse(moment) > Date.parse(now);
  if (firstStageAt !== null && isAhead(firstStageAt)) return { at: firstStageAt, stage: 'FIRST' };
  return isAhead(closesAt) ? { at: closesAt, stage: 'FINAL' } : null;
};

/** Where a call stands by the clock. */
export const stateOf = (
  call: { readonly isCancelled: boolean; readonly opensOn: string; readonly nextOn: string | null },
  { today }: Pick<Clock, 'today'>,
): CallState => {
  if (call.isCancelled) return 'CANCELLED';
  if (call.nextOn === null) return 'CLOSED';
  if (call.opensOn > today) return 'ANNOUNCED';
  return daysBetween(today, call.nextOn) <= soonDays ? 'CLOSING_SOON' : 'OPEN';
};

/** Whether one may still apply, or will be able to. */
export const isAhead = (state: CallState): boolean => state !== 'CLOSED' && state !== 'CANCELLED';

/** Of which day ahead a reminder is due, by the days that are left: it holds until the next takes its place. */
export const reminderOf = (daysLeft: number): number | undefined =>
  daysLeft < 0 ? undefined : reminderDays.findLast((days) => daysLeft <= days);

interface Written {
  readonly opensOn?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** What does not go together in what is said of a call. */
export const callIssues = ({ minimum, maximum }: Written): Issue[] =>
  minimum !== undefined && maximum !== undefined && minimum > maximum
    ? [bodyIssue('/minimum', 'minimum_above_maximum')]
    : [];

/** Deadlines in their order; `closesOn` is the day of the last one. */
export const deadlineIssues = (
  { firstStageAt, closesAt }: { firstStageAt?: string | undefined; closesAt: string },
  { opensOn, closesOn }: { opensOn: string; closesOn: string },
): Issue[] => [
  ...(firstStageAt !== undefined && Date.parse(firstStageAt) >= Date.parse(closesAt)
    ? [bodyIssue('/firstStageAt', 'not_before_close')]
    : []),
  ...(closesOn < opensOn ? [bodyIssue('/closesAt', 'closes_before_opens')] : []),
];

/** Whether what is asked for lies within what is granted. */
export const grantIssues = (
  grant: number | undefined,
  { minimum, maximum }: { minimum: number | null; maximum: number | null },
): Issue[] => {
  if (grant === undefined) return [];
  if (maximum !== null && grant > maximum) return [bodyIssue('/grant', 'above_call_maximum')];
  return minimum !== null && grant < minimum ? [bodyIssue('/grant', 'below_call_minimum')] : [];
};
