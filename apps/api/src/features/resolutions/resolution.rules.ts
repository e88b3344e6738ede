import type { Issue, IssuingBody } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

/** An entry, with days as `YYYY-MM-DD`, which sort as they follow each other. */
export interface Entry {
  readonly issuingBody: IssuingBody;
  readonly issuerId?: string | undefined;
  readonly adoptedOn: string;
  readonly validUntil?: string | undefined;
}

/** A resolution beside the entry: the one before it, or the one after it. */
export interface Neighbour {
  readonly issuerId: string;
  readonly adoptedOn: string;
}

/** What is wrong with an entry by itself: it was adopted by now, and ends no sooner; a council has its gmina. */
export const entryIssues = (entry: Entry, today: string): Issue[] => {
  const issues: Issue[] = [];
  if ((entry.issuingBody === 'COUNCIL') !== (entry.issuerId !== undefined)) {
    issues.push(bodyIssue('/issuerId', 'issuer_does_not_fit'));
  }
  if (entry.adoptedOn > today) issues.push(bodyIssue('/adoptedOn', 'in_future'));
  if (entry.validUntil !== undefined && entry.validUntil < entry.adoptedOn) {
    issues.push(bodyIssue('/validUntil', 'before_resolution'));
  }
  return issues;
};

/**
 * What is wrong with an entry between the one whose place it takes and the one that took its place: each is by the same
 * issuer and of a later day than the one before, so that they never follow each other in a circle.
 */
export const successionIssues = (
  entry: Neighbour,
  {
    predecessor,
    successor,
  }: { readonly predecessor: Neighbour | undefined; readonly successor: Neighbour | undefined },
): Issue[] => {
  const issues: Issue[] = [];
  if (predecessor && predecessor.issuerId !== entry.issuerId) issues.push(bodyIssue('/supersedesId', 'other_issuer'));
  if (successor && successor.issuerId !== entry.issuerId) issues.push(bodyIssue('/issuerId', 'other_issuer'));
  if (predecessor && predecessor.adoptedOn >= entry.adoptedOn) {
    issues.push(bodyIssue('/adoptedOn', 'not_after_predecessor'));
  }
  if (successor && successor.adoptedOn <= entry.adoptedOn) issues.push(bodyIssue('/adoptedOn', 'not_before_successor'));
  return issues;
};
