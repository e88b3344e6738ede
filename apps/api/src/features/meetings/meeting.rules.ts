import type { Issue } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

/** Items that are named by an id which the agenda does not have. */
export const agendaIssues = (
  agenda: readonly { readonly id?: string | undefined }[],
  known: readonly string[],
): Issue[] =>
  agenda.flatMap(({ id }, at) =>
    id !== undefined && !known.includes(id) ? [bodyIssue(`/agenda/${at}/id`, 'unknown_item')] : [],
  );

/** A meeting that is planned begins later than now; one that is changed may keep a beginning that has come meanwhile. */
export const startIssues = (startsAt: string, now: Date, former?: Date): Issue[] => {
  const start = new Date(startsAt);
  return start <= now && start.getTime() !== former?.getTime() ? [bodyIssue('/startsAt', 'already_past')] : [];
};

/** When a ballot closes that opens now, for so many minutes. */
export const closeOf = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
