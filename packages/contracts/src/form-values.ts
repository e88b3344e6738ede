import { isEmpty, type TableRow } from './form-emptiness.ts';
import type { FieldKind, FormField, TaskForm, WrittenAnswers, WrittenValue } from './forms.ts';
import { inLanguage } from './localized.ts';
import type { Localized } from './primitives.ts';

// What is done with answers without a schema: pages that only show them carry none.

export const fieldKinds: readonly FieldKind[] = [
  'SHORT_TEXT',
  'LONG_TEXT',
  'ONE',
  'SEVERAL',
  'NUMBER',
  'DATE',
  'YES_NO',
  'FILE',
  'TABLE',
];

/** What is wrong with the design of a form beyond its shape, with a pointer from the list of fields. */
export const formIssues = (fields: readonly FormField[]): { pointer: string; code: string }[] => {
  const repeated = (items: readonly { readonly key: string }[], at: string) =>
    items.flatMap((item, index) =>
      items.findIndex((other) => other.key === item.key) === index
        ? []
        : [{ pointer: `${at}/${index}/key`, code: 'duplicate' }],
    );
  return [
    ...repeated(fields, ''),
    ...fields.flatMap((field, index) => {
      if ('options' in field) return repeated(field.options, `/${index}/options`);
      if ('columns' in field) return repeated(field.columns, `/${index}/columns`);
      return field.kind === 'NUMBER' && field.min !== null && field.max !== null && field.min > field.max
        ? [{ pointer: `/${index}/max`, code: 'below_minimum' }]
        : [];
    }),
  ];
};

/** What of an earlier value a question still takes; undefined where nothing. */
const carriedValue = (field: FormField, value: WrittenValue): WrittenValue | undefined => {
  switch (field.kind) {
    case 'ONE':
      return field.options.some((option) => option.key === value) ? value : undefined;
    case 'SEVERAL': {
      const known = field.options.map((option) => option.key);
      const kept = (value as string[]).filter((option) => known.includes(option));
      return kept.length > 0 ? kept : undefined;
    }
    case 'TABLE': {
      const known = field.columns.map((column) => column.key);
      const rows = (value as TableRow[]).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => known.includes(column))),
      );
      return rows;
    }
    default:
      return value;
  }
};

/** Whether a value has the shape that a question of this kind takes while it is being written. */
const hasShape = ({ kind }: FormField, value: WrittenValue): boolean => {
  if (kind === 'YES_NO') return typeof value === 'boolean';
  if (kind === 'NUMBER') return typeof value === 'number' || typeof value === 'string';
  if (kind === 'SEVERAL') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (kind === 'TABLE') return Array.isArray(value) && value.every((item) => typeof item === 'object');
  return typeof value === 'string';
};

/** What was written, as far as the questions of this form still take it. */
export const carriedAnswers = (fields: readonly FormField[], answers: WrittenAnswers): WrittenAnswers =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = answers[field.key];
      if (value === undefined || value === null || !hasShape(field, value)) return [];
      const carried = carriedValue(field, value);
      return carried === undefined ? [] : [[field.key, carried]];
    }),
  );

/** The questions of all versions, newest first: those of the newest in its order, then those that are asked no more. */
export const everyField = (forms: readonly TaskForm[]): FormField[] => {
  const all = new Map<string, FormField>();
  for (const { fields } of forms) {
    for (const field of fields) {
      const known = all.get(field.key);
      if (!known) all.set(field.key, field);
      else if ('options' in known && 'options' in field) {
        const more = field.options.filter((option) => known.options.every((other) => other.key !== option.key));
        all.set(field.key, { ...known, options: [...known.options, ...more] });
      } else if ('columns' in known && 'columns' in field) {
        const more = field.columns.filter((column) => known.columns.every((other) => other.key !== column.key));
        all.set(field.key, { ...known, columns: [...known.columns, ...more] });
      }
    }
  }
  return [...all.values()];
};

/** What was written and no question of the newest form takes any more, with the question that it answered. */
export const leftOver = (
  forms: readonly TaskForm[],
  answers: WrittenAnswers,
): { field: FormField; value: WrittenValue }[] => {
  const [newest] = forms;
  const carried = carriedAnswers(newest?.fields ?? [], answers);
  return everyField(forms).flatMap((field) => {
    const value = answers[field.key];
    const isLost =
      value !== undefined && !isEmpty(value) && JSON.stringify(carried[field.key]) !== JSON.stringify(value);
    return isLost ? [{ field, value }] : [];
  });
};

/** How values are said: in whose language, and the words that a language needs for them. */
export interface Saying {
  readonly language: string;
  readonly yes: string;
  readonly no: string;
  readonly number: (value: number) => string;
  readonly day: (value: string) => string;
}

const labelOf = (items: readonly { key: string; label: Localized }[], item: string, language: string): string => {
  const found = items.find((other) => other.key === item);
  return found ? inLanguage(found.label, language) : '';
};

/** An answer to one question as a text of one cell; empty where there is none. */
export const sayAnswer = (field: FormField, value: WrittenValue | undefined, saying: Saying): string => {
  const { language } = saying;
  if (value === undefined || value === null || !hasShape(field, value)) return '';
  const figure = (amount: string | number): string => (typeof amount === 'number' ? saying.number(amount) : amount);
  switch (field.kind) {
    case 'ONE':
      return labelOf(field.options, value as string, language);
    case 'SEVERAL':
      return (value as string[]).map((option) => labelOf(field.options, option, language)).join(', ');
    case 'NUMBER':
      return [figure(value as string | number), field.unit].filter(Boolean).join(' ');
    case 'YES_NO':
      return value === true ? saying.yes : saying.no;
    case 'DATE':
      return saying.day(value as string);
    case 'TABLE':
      return (value as TableRow[])
        .map((row) =>
          field.columns
            .flatMap((column) => {
              const cell = row[column.key];
              return cell === undefined || cell === null || cell === ''
                ? []
                : [`${inLanguage(column.label, language)}: ${figure(cell)}`];
            })
            .join(', '),
        )
        .join('; ');
    default:
      return value as string;
  }
};
