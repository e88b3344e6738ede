import type { Issue, Office } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

interface Span {
  readonly startsOn: string;
  readonly endsOn?: string | null | undefined;
}

/** What is wrong with the days of a new appointment: its end comes before its beginning. */
export const spanIssues = ({ startsOn, endsOn }: Span): Issue[] =>
  endsOn && endsOn < startsOn ? [bodyIssue('/endsOn', 'ends_before_start')] : [];

/** Whether an end on that day leaves no current office today: what was held has to be handed over now. */
export const endsNow = (endsOn: string, today: string): boolean => endsOn <= today;

interface Held {
  readonly organizationId: string;
  readonly office: Office;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Whether an office can follow another: the same one in the same organization, held still when the new one begins. */
export const canSucceed = (former: Held, next: Omit<Held, 'endsOn'>): boolean =>
  former.organizationId === next.organizationId &&
  former.office === next.office &&
  former.startsOn < next.startsOn &&
  (former.endsOn === null || former.endsOn >= next.startsOn);
