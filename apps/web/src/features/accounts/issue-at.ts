import { isProblem } from '../../lib/api.ts';
import { useIssueWords } from '../../lib/problem-words.ts';

/** What a refusal says of one field; undefined where it says nothing of it. */
export const useIssueAt = (error: unknown): ((pointer: string) => string | undefined) => {
  const say = useIssueWords();
  return (pointer) => {
    const issue = isProblem(error, 'invalid') ? error.issues.find((one) => one.pointer === pointer) : undefined;
    return issue && say(issue);
  };
};

/** A deed as its dialog tells of it: what its fields say already is not said again. */
export const withoutIssues = ({ error, isPending }: { readonly error: unknown; readonly isPending: boolean }) => ({
  error: isProblem(error, 'invalid') ? null : error,
  isPending,
});
