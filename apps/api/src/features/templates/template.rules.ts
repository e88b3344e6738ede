import { formIssues, type Issue, type StandardTask } from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

/** The questions of standard tasks are designed as those of tasks are, and no two tasks have one title. */
export const taskIssues = (tasks: readonly StandardTask[]): Issue[] => {
  const titles = tasks.map(({ title }) => title.toLocaleLowerCase('pl'));
  return tasks.flatMap(({ fields }, at) => [
    ...(titles.indexOf(titles[at] ?? '') < at ? [bodyIssue(`/tasks/${at}/title`, 'duplicate')] : []),
    ...formIssues(fields ?? []).map(({ pointer, code }) => bodyIssue(`/tasks/${at}/fields${pointer}`, code)),
  ]);
};
