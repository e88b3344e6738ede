import type { IdeaAudience, IdeaState, Issue } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';
import { goesOn } from './idea.lifecycle.ts';

interface Merging {
  readonly id: string;
  readonly state: IdeaState;
  readonly audience: IdeaAudience;
  readonly organizationId: string;
}

/** What stands in the way of merging an idea into another: itself, one that has ended, one that its own people could not see. */
export const mergeIssues = (idea: Merging, into: Merging | undefined): Issue[] => {
  const pointer = '/intoId';
  if (into === undefined) return [bodyIssue(pointer, 'unknown_idea')];
  if (into.id === idea.id) return [bodyIssue(pointer, 'merged_into_itself')];
  if (!goesOn(into.state)) return [bodyIssue(pointer, 'idea_not_open')];
  const isSeen =
    into.audience === 'MEMBERS' || (idea.audience === 'GMINA' && idea.organizationId === into.organizationId);
  return isSeen ? [] : [bodyIssue(pointer, 'idea_kept')];
};

/** What is put off is taken up on a day that is still to come. */
export const revisitIssues = (revisitOn: string, today: string): Issue[] =>
  revisitOn > today ? [] : [bodyIssue('/revisitOn', 'not_ahead')];
