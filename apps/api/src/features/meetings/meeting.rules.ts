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

/** When a ballot closes that opens now, for so many minutes. */
export const closeOf = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
