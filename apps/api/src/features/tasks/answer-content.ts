import type { AssignmentView, TaskForm, WrittenAnswers } from '@blizej/contracts';
import { bodyIssue, Problem, refuse } from '../../kernel/problems.ts';

/** What a gmina sends as its answer. */
export interface SentAnswer {
  readonly answer?: string | undefined;
  readonly answers?: WrittenAnswers | undefined;
  readonly formVersion?: number | undefined;
}

/** What was sent, as the task wants it: a text, or answers to the newest version of its form. */
export type AnswerContent =
  | { readonly form: undefined; readonly text: string }
  | { readonly form: TaskForm; readonly written: WrittenAnswers };

/**
 * Reads what was sent by the task's form.
 * @throws Problem `form-changed` with the assignment as it stands, where the form has changed under the writer's hands
 */
export const contentOf = (
  forms: readonly TaskForm[],
  { answer, answers, formVersion }: SentAnswer,
  current: AssignmentView,
): AnswerContent => {
  const [newest] = forms;
  if (!newest) {
    if (answer === undefined) throw new Problem('invalid', { issues: [bodyIssue('/answer', 'required')] });
    return { form: undefined, text: answer };
  }
  if (answers === undefined || formVersion === undefined) {
    refuse([
      ...(answers === undefined ? [bodyIssue('/answers', 'required')] : []),
      ...(formVersion === undefined ? [bodyIssue('/formVersion', 'required')] : []),
    ]);
  }
  if (formVersion !== newest.version) throw new Problem('form-changed', { current });
  return { form: newest, written: answers ?? {} };
};
