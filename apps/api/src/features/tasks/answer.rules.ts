import {
  everyField,
  checkAnswers,
  formIssues,
  formLimits,
  type FieldTotals,
  type FormField,
  type Issue,
  type TaskForm,
  type WrittenAnswers,
  type WrittenValue,
} from '@blizej/contracts';
import { bodyIssue } from '../../kernel/problems.ts';

/** A form is designed well: its keys are its own, its limits in order, and no question became one of another kind. */
export const designIssues = (fields: readonly FormField[], former: readonly TaskForm[] = []): Issue[] => {
  const known = new Map(former.flatMap((form) => form.fields.map(({ key, kind }) => [key, kind] as const)));
  return [
    ...formIssues(fields).map(({ pointer, code }) => bodyIssue(`/fields${pointer}`, code)),
    ...fields.flatMap(({ key, kind }, index) =>
      (known.get(key) ?? kind) === kind ? [] : [bodyIssue(`/fields/${index}/kind`, 'kind_fixed')],
    ),
  ];
};

/** Answers stay small enough to be read by people. */
const sizeIssues = (answers: WrittenAnswers): Issue[] =>
  JSON.stringify(answers).length > formLimits.answers
    ? [bodyIssue('/answers', 'too_big', { maximum: formLimits.answers })]
    : [];

/** What of a draft is kept: everything that some version of the form has asked, whatever shape it has yet. */
export const keptDraft = (
  forms: readonly TaskForm[],
  written: WrittenAnswers,
): { answers: WrittenAnswers; issues: Issue[] } => {
  const known = new Set(everyField(forms).map(({ key }) => key));
  const answers = Object.fromEntries(Object.entries(written).filter(([key]) => known.has(key)));
  return { answers, issues: sizeIssues(answers) };
};

/** What is handed in: the answers to the newest form, or every issue with its pointer. */
export const handedIn = (
  { fields }: TaskForm,
  written: WrittenAnswers,
): { answers: WrittenAnswers; issues: readonly Issue[] } => {
  const { answers, issues } = checkAnswers(fields, written);
  return answers === null ? { answers: {}, issues } : { answers, issues: sizeIssues(answers) };
};

/** Each question for a file names one that was added to the answer. */
export const fileIssues = ({ fields }: TaskForm, answers: WrittenAnswers, added: readonly string[]): readonly Issue[] =>
  fields.flatMap(({ kind, key }) => {
    const name = answers[key];
    return kind !== 'FILE' || typeof name !== 'string' || added.includes(name)
      ? []
      : [bodyIssue(`/answers/${key}`, 'no_such_file')];
  });

/** How many gminas gave one value; null for values that are not told apart. */
export interface Tally {
  readonly key: string;
  readonly value: WrittenValue;
  readonly count: number;
}

/** The kinds of questions whose answers come to something together. */
export const isTotalled = ({ kind }: FormField): boolean => ['ONE', 'SEVERAL', 'NUMBER', 'YES_NO'].includes(kind);

const countsOf = (options: readonly string[], tallies: readonly Tally[]) =>
  options.map((option) => ({
    option,
    count: tallies
      .filter(({ value }) => (Array.isArray(value) ? value.some((item) => item === option) : String(value) === option))
      .reduce((sum, { count }) => sum + count, 0),
  }));

/** The middle of values that came so many times each; between two middle ones, half way. */
const medianOf = (tallies: readonly { readonly value: number; readonly count: number }[]): number | null => {
  const sorted = [...tallies].sort((one, other) => one.value - other.value);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const at = (place: number): number => {
    let passed = 0;
    return sorted.find(({ count }) => (passed += count) > place)?.value ?? 0;
  };
  return total === 0 ? null : (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
};

/** Sums of decimals as people expect them: 0.1 + 0.2 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(15));

/** What the answers to a question come to. */
export const totalsOf = (field: FormField, tallies: readonly Tally[]): FieldTotals => {
  const own = tallies.filter(({ key }) => key === field.key);
  const totals = {
    key: field.key,
    answered: own.reduce((sum, { count }) => sum + count, 0),
    sum: null,
    median: null,
    counts: null,
  };
  if (field.kind === 'NUMBER') {
    const numbers = own.flatMap(({ value, count }) => (typeof value === 'number' ? [{ value, count }] : []));
    const median = medianOf(numbers);
    return {
      ...totals,
      sum: median === null ? null : tidy(numbers.reduce((sum, { value, count }) => sum + value * count, 0)),
      median: median === null ? null : tidy(median),
    };
  }
  if (field.kind === 'YES_NO') return { ...totals, counts: countsOf(['true', 'false'], own) };
  if ('options' in field) {
    return {
      ...totals,
      counts: countsOf(
        field.options.map(({ key }) => key),
        own,
      ),
    };
  }
  return totals;
};
