import type { InitiativeStage, Issue } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

/** The stages that need somebody who answers for the whole. */
const led: readonly InitiativeStage[] = ['APPLIED', 'FUNDED', 'RUNNING', 'COMPLETED'];

export interface Progress {
  /** Whether a lead partner has confirmed its part. */
  readonly led: boolean;
  readonly openMilestones: number;
}

/** What stands in the way of a stage; undefined where nothing does. */
export const obstacleTo = (
  stage: InitiativeStage,
  progress: Progress,
): 'lead-partner-missing' | 'milestones-open' | undefined => {
  if (led.includes(stage) && !progress.led) return 'lead-partner-missing';
  return stage === 'COMPLETED' && progress.openMilestones > 0 ? 'milestones-open' : undefined;
};

/** An initiative ends after it has begun. */
export const termIssues = ({
  startsOn,
  endsOn,
}: {
  startsOn?: string | undefined;
  endsOn?: string | undefined;
}): Issue[] =>
  startsOn !== undefined && endsOn !== undefined && endsOn < startsOn
    ? [bodyIssue('/endsOn', 'ends_before_start')]
    : [];

/** Nothing was reached, measured or decided on a day that is still to come. */
export const reachedIssues = (milestones: readonly { reachedOn?: string | undefined }[], today: string): Issue[] =>
  milestones.flatMap(({ reachedOn }, at) =>
    reachedOn !== undefined && reachedOn > today ? [bodyIssue(`/milestones/${at}/reachedOn`, 'in_future')] : [],
  );

export const measuredIssues = (measuredOn: string, today: string): Issue[] =>
  measuredOn > today ? [bodyIssue('/measuredOn', 'in_future')] : [];

export const decidedIssues = (decidedOn: string, today: string): Issue[] =>
  decidedOn > today ? [bodyIssue('/decidedOn', 'in_future')] : [];

/** A published card is read in both languages: its English is not taken away. */
export const englishIssues = (
  { titleEn, summaryEn }: { titleEn?: string | undefined; summaryEn?: string | undefined },
  published: boolean,
): Issue[] => [
  ...(published && titleEn === undefined ? [bodyIssue('/titleEn', 'required')] : []),
  ...(published && summaryEn === undefined ? [bodyIssue('/summaryEn', 'required')] : []),
];
