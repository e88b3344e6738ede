import type { Issue } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

// Days as `YYYY-MM-DD`, which sort as they follow each other.

/** A resolution is noted after it was adopted. */
export const resolutionIssues = (adoptedOn: string, today: string): Issue[] =>
  adoptedOn > today ? [bodyIssue('/resolution/adoptedOn', 'in_future')] : [];

/** What is wrong with the days of an accession: nothing is noted before it is so, nor overlaps an earlier membership. */
export const joiningIssues = (
  { adoptedOn, memberSince }: { readonly adoptedOn: string; readonly memberSince: string },
  { formerUntil, today }: { readonly formerUntil: string | null; readonly today: string },
): Issue[] => {
  const pointer = '/memberSince';
  const issues = resolutionIssues(adoptedOn, today);
  if (memberSince > today) issues.push(bodyIssue(pointer, 'in_future'));
  else if (memberSince < adoptedOn) issues.push(bodyIssue(pointer, 'before_resolution'));
  else if (formerUntil !== null && memberSince <= formerUntil) issues.push(bodyIssue(pointer, 'still_member_then'));
  return issues;
};

/** What is wrong with the days of a leaving. */
export const leavingIssues = (
  { adoptedOn, memberUntil }: { readonly adoptedOn: string; readonly memberUntil: string },
  { memberSince, today }: { readonly memberSince: string | null; readonly today: string },
): Issue[] => {
  const pointer = '/memberUntil';
  const issues = resolutionIssues(adoptedOn, today);
  if (memberUntil > today) issues.push(bodyIssue(pointer, 'in_future'));
  else if (memberSince !== null && memberUntil < memberSince) issues.push(bodyIssue(pointer, 'ends_before_start'));
  else if (memberUntil < adoptedOn) issues.push(bodyIssue(pointer, 'before_resolution'));
  return issues;
};
