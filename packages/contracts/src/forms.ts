import { z } from 'zod';
import { isEmpty, type TableRow } from './form-emptiness.ts';
import { formLimits } from './limits.ts';
import { day, fileName, line, prose } from './primitives.ts';
import type { Issue } from './problems.ts';

/**
 * Names a question, an option or a column for as long as the task lives: what was written stays with it. Ends with a digit,
 * so that it is never the name of what every object has.
 */
const key = z.string().regex(/^[a-z][a-z0-9]{0,14}[0-9]$/);

const maybe = (max: number) =>
  line(0, max)
    .nullish()
    .transform((text) => text || null)
    .pipe(z.string().nullable());

/** A text for those who are asked: Polish, and English where it was written. */
const words = (max: number) => z.strictObject({ pl: line(1, max), en: maybe(max) });

const common = {
  key,
  label: words(formLimits.label),
  hint: words(formLimits.hint).nullable().default(null),
  required: z.boolean().default(false),
};
const options = z
  .array(z.strictObject({ key, label: words(formLimits.label) }))
  .min(2)
  .max(formLimits.options);
const limit = z.number().min(-formLimits.number).max(formLimits.number).nullable().default(null);

/** One question of a form. */
export const formField = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SHORT_TEXT'), ...common }),
  z.strictObject({ kind: z.literal('LONG_TEXT'), ...common }),
  z.strictObject({ kind: z.literal('ONE'), ...common, options }),
  z.strictObject({ kind: z.literal('SEVERAL'), ...common, options }),
  z.strictObject({ kind: z.literal('NUMBER'), ...common, unit: maybe(formLimits.unit), min: limit, max: limit }),
  z.strictObject({ kind: z.literal('DATE'), ...common }),
  z.strictObject({ kind: z.literal('YES_NO'), ...common }),
  // Answered by the name of a file that was added to the answer.
  z.strictObject({ kind: z.literal('FILE'), ...common }),
  z.strictObject({
    kind: z.literal('TABLE'),
    ...common,
    columns: z
      .array(z.strictObject({ key, label: words(formLimits.label), kind: z.enum(['TEXT', 'NUMBER']) }))
      .min(1)
      .max(formLimits.columns),
  }),
]);
export type FormField = z.infer<typeof formField>;
export type FieldKind = FormField['kind'];

/** The questions of a task, in their order. */
export const formFields = z.array(formField).min(1).max(formLimits.fields);

export const taskForm = z.object({ version: z.int(), fields: formFields }).meta({ id: 'TaskForm' });
export type TaskForm = z.infer<typeof taskForm>;

const tableCell = z.union([line(0, formLimits.shortText), z.number()]).nullable();

/** What stands at one question while it is being written: any shape that some question takes. */
const writtenValue = z.union([
  prose(0, formLimits.longText),
  z.number(),
  z.boolean(),
  z.array(key).max(formLimits.options),
  z.array(z.record(key, tableCell)).max(formLimits.rows),
  z.null(),
]);

/** What is written, by the question's key. Whether it answers the questions is another matter: see `checkAnswers`. */
export const writtenAnswers = z.record(key, writtenValue);
export type WrittenValue = z.infer<typeof writtenValue>;
export type WrittenAnswers = z.infer<typeof writtenAnswers>;

/** A number as people write it: "1 234,5". What is none stays as it is. */
const readNumber = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  const text = value.replaceAll(/\s/g, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : value;
};

const isEmptyRow = (row: unknown): boolean => row === null || Object.values(row as object).every(isEmpty);

/** What was written at one question, as its schema wants it; undefined where nothing was. */
const prepared = (field: FormField, value: unknown): unknown => {
  if (isEmpty(value)) return undefined;
  if (field.kind === 'NUMBER') return readNumber(value);
  if (field.kind !== 'TABLE' || !Array.isArray(value)) return value;
  const rows = value
    .filter((row) => !isEmptyRow(row))
    .map((row: TableRow) =>
      Object.fromEntries(
        field.columns.map((column) => {
          const cell = row[column.key];
          if (isEmpty(cell)) return [column.key, null];
          return [column.key, column.kind === 'NUMBER' ? readNumber(cell) : String(cell)];
        }),
      ),
    );
  return rows.length > 0 ? rows : undefined;
};

const number = (min: number | null, max: number | null) =>
  z
    .number()
    .min(min ?? -formLimits.number)
    .max(max ?? formLimits.number);

const keysOf = (items: readonly { readonly key: string }[]) => z.enum(items.map((item) => item.key));

const valueSchema = (field: FormField): z.ZodType<WrittenValue> => {
  switch (field.kind) {
    case 'SHORT_TEXT':
      return line(1, formLimits.shortText);
    case 'FILE':
      return fileName;
    case 'LONG_TEXT':
      return prose(1, formLimits.longText);
    case 'ONE':
      return keysOf(field.options);
    case 'SEVERAL':
      return z.array(keysOf(field.options)).max(formLimits.options);
    case 'NUMBER':
      return number(field.min, field.max);
    case 'DATE':
      return day;
    case 'YES_NO':
      return z.boolean();
    default:
      return z
        .array(
          z.object(
            Object.fromEntries(
              field.columns.map((column) => [
                column.key,
                (column.kind === 'NUMBER' ? number(null, null) : line(0, formLimits.shortText)).nullable(),
              ]),
            ),
          ),
        )
        .max(formLimits.rows);
  }
};

/**
 * The schema of the answers to a form: built from its questions alike where they are written and where they are taken in.
 * Reads numbers as people write them; leaves out what is empty and what answers no question.
 */
export const answersSchemaOf = (fields: readonly FormField[]) =>
  z.preprocess(
    (raw) =>
      Object.fromEntries(
        fields.flatMap((field) => {
          const value = prepared(field, (raw as WrittenAnswers)[field.key]);
          return value === undefined ? [] : [[field.key, value]];
        }),
      ),
    z.object(
      Object.fromEntries(
        fields.map((field) => [field.key, field.required ? valueSchema(field) : valueSchema(field).optional()]),
      ),
    ),
  ) as z.ZodType<WrittenAnswers>;

type AnswersChecked =
  | { readonly answers: WrittenAnswers; readonly issues: [] }
  | { readonly answers: null; readonly issues: Issue[] };

const issueOf = (issue: z.core.$ZodIssue, answers: WrittenAnswers): Issue => {
  const [first, ...rest] = issue.path.map(String);
  const pointer = ['/answers', first, ...rest].join('/');
  if (rest.length === 0 && isEmpty(answers[first ?? ''])) return { in: 'body', pointer, code: 'required' };
  if (issue.code === 'too_small')
    return { in: 'body', pointer, code: issue.code, params: { minimum: Number(issue.minimum) } };
  if (issue.code === 'too_big')
    return { in: 'body', pointer, code: issue.code, params: { maximum: Number(issue.maximum) } };
  return {
    in: 'body',
    pointer,
    code: issue.code === 'invalid_type' && issue.expected === 'number' ? 'not_a_number' : issue.code,
  };
};

/** Answers that can be handed in, or what is to be corrected first: each issue with a pointer to its question. */
export const checkAnswers = (fields: readonly FormField[], answers: WrittenAnswers): AnswersChecked => {
  const result = answersSchemaOf(fields).safeParse(answers);
  if (!result.success) return { answers: null, issues: result.error.issues.map((issue) => issueOf(issue, answers)) };
  if (Object.keys(result.data).length > 0) return { answers: result.data, issues: [] };
  return { answers: null, issues: [{ in: 'body', pointer: '/answers', code: 'required' }] };
};
