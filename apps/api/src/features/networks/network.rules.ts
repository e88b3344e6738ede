import type { Issue, NetworkKind } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

/** A temporary network has its end day, in the future; a permanent one has none. Days as `YYYY-MM-DD`. */
export const clockIssues = (kind: NetworkKind, endsOn: string | undefined, today: string): Issue[] => {
  if (kind === 'PERMANENT') return endsOn === undefined ? [] : [bodyIssue('/endsOn', 'end_not_wanted')];
  if (endsOn === undefined) return [bodyIssue('/endsOn', 'end_missing')];
  return endsOn > today ? [] : [bodyIssue('/endsOn', 'ends_before_start')];
};

/** More time goes to a temporary network, beyond its end day and today. */
export const extensionIssues = (
  kind: NetworkKind,
  endsOn: string,
  former: { readonly endsOn: string | null; readonly today: string },
): Issue[] => {
  if (kind === 'PERMANENT' || former.endsOn === null) return [bodyIssue('/endsOn', 'end_not_wanted')];
  return endsOn > former.endsOn && endsOn > former.today ? [] : [bodyIssue('/endsOn', 'not_later')];
};
