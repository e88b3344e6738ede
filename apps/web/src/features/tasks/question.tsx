import { formLimits, type FormField, type TableRow, type WrittenAnswers, type WrittenValue } from '@blizej/contracts';
import { CircleAlert, Plus, Trash2 } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface QuestionProps {
  readonly field: FormField;
  readonly value: WrittenValue | undefined;
  readonly onChange: (value: WrittenValue) => void;
  readonly error: string | undefined;
  /** The names of the files that were added to the answer. */
  readonly files: readonly string[];
}

interface ChoicesProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly children: (name: string) => ReactNode;
}

/** Several controls that answer one question. */
const Choices = ({ label, hint, error, children }: ChoicesProps) => {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset aria-describedby={described || undefined} className="flex min-w-0 flex-col">
      <legend className="pb-1 font-semibold">{label}</legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="pb-1 text-small text-soft">
          {hint}
        </p>
      )}
      {children(id)}
      {error !== undefined && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 pt-1 text-small font-semibold text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </fieldset>
  );
};

interface RadiosProps {
  readonly name: string;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

const Radios = ({ name, chosen, options, onChoose }: RadiosProps) =>
  options.map(({ value, label }) => (
    <label key={value} className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control py-1">
      <input
        type="radio"
        name={name}
        value={value}
        checked={value === chosen}
        onChange={() => onChoose(value)}
        className="size-6 shrink-0"
      />
      <span>{label}</span>
    </label>
  ));

const textOf = (value: WrittenValue | undefined, language: string): string =>
  typeof value === 'number'
    ? language === 'pl'
      ? String(value).replace('.', ',')
      : String(value)
    : typeof value === 'string'
      ? value
      : '';

const TableQuestion = ({
  field,
  value,
  onChange,
  error,
}: Omit<QuestionProps, 'files'> & { readonly field: { kind: 'TABLE' } }) => {
  const { t } = useTranslation('forms');
  const localized = useLocalized();
  const language = useLanguage();
  const rows = Array.isArray(value) ? (value as TableRow[]) : [];
  const shown = rows.length > 0 ? rows : [{}];
  const put = (index: number, column: string, cell: string): void =>
    onChange(shown.map((row, place) => (place === index ? { ...row, [column]: cell } : row)));
  return (
    <Choices label={localized(field.label)} hint={field.hint ? localized(field.hint) : undefined} error={error}>
      {() => (
        <div className="flex flex-col items-start gap-3">
          {shown.map((row, index) => (
            <fieldset
              // A row has no name but its place.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              className="flex w-full flex-wrap items-end gap-3 rounded-control border border-line p-3"
            >
              <legend className="px-1 text-small text-soft">{t('row', { number: index + 1 })}</legend>
              {field.columns.map((column) => (
                <div key={column.key} className="min-w-0 flex-1 basis-40">
                  <TextField
                    label={localized(column.label)}
                    value={textOf(row[column.key], language)}
                    onChange={(cell) => put(index, column.key, cell)}
                    {...(column.kind === 'NUMBER' && { inputMode: 'decimal' as const })}
                  />
                </div>
              ))}
              {rows.length > 1 && (
                <IconButton
                  label={t('removeRow', { number: index + 1 })}
                  onPress={() => onChange(rows.filter((_, place) => place !== index))}
                >
                  <Trash2 aria-hidden className="size-5" />
                </IconButton>
              )}
            </fieldset>
          ))}
          {shown.length < formLimits.rows && (
            <Button kind="quiet" onPress={() => onChange([...shown, {}])}>
              <Plus aria-hidden className="size-5" />
              {t('addRow')}
            </Button>
          )}
        </div>
      )}
    </Choices>
  );
};

/** One question with the control that answers it. */
const Question = ({ field, value, onChange, error, files }: QuestionProps) => {
  const { t } = useTranslation('forms');
  const localized = useLocalized();
  const language = useLanguage();
  const label = field.required ? localized(field.label) : `${localized(field.label)} ${t('optional')}`;
  const hint = field.hint ? localized(field.hint) : undefined;
  const worded = { label, hint, error };
  switch (field.kind) {
    case 'SHORT_TEXT':
      return <TextField {...worded} value={textOf(value, language)} onChange={onChange} />;
    case 'LONG_TEXT':
      return <TextArea {...worded} value={textOf(value, language)} onChange={onChange} maximum={formLimits.longText} />;
    case 'NUMBER':
      return (
        <div className="max-w-64">
          <TextField
            {...worded}
            label={field.unit === null ? label : `${label}, ${field.unit}`}
            value={textOf(value, language)}
            onChange={onChange}
            inputMode="decimal"
          />
        </div>
      );
    case 'DATE':
      return <DateField {...worded} value={textOf(value, language)} onChange={onChange} />;
    case 'FILE': {
      const chosen = textOf(value, language);
      // What was chosen and is gone stays in sight, so that it is seen to be gone.
      const names = chosen === '' || files.includes(chosen) ? files : [...files, chosen];
      return (
        <Select
          {...worded}
          hint={[hint, t(files.length === 0 ? 'file.addFirst' : 'file.choose')].filter(Boolean).join(' ')}
          value={chosen}
          onChange={onChange}
          options={[{ value: '', label: t('file.none') }, ...names.map((name) => ({ value: name, label: name }))]}
        />
      );
    }
    case 'YES_NO':
      return (
        <Choices {...worded}>
          {(name) => (
            <Radios
              name={name}
              chosen={typeof value === 'boolean' ? String(value) : undefined}
              options={[
                { value: 'true', label: t('yes') },
                { value: 'false', label: t('no') },
              ]}
              onChoose={(chosen) => onChange(chosen === 'true')}
            />
          )}
        </Choices>
      );
    case 'ONE':
      return (
        <Choices {...worded}>
          {(name) => (
            <Radios
              name={name}
              chosen={typeof value === 'string' ? value : undefined}
              options={field.options.map((option) => ({ value: option.key, label: localized(option.label) }))}
              onChoose={onChange}
            />
          )}
        </Choices>
      );
    case 'SEVERAL': {
      const chosen = Array.isArray(value) ? (value as string[]) : [];
      return (
        <Choices {...worded}>
          {() =>
            field.options.map((option) => (
              <Checkbox
                key={option.key}
                isSelected={chosen.includes(option.key)}
                onChange={(on) =>
                  onChange(on ? [...chosen, option.key] : chosen.filter((other) => other !== option.key))
                }
              >
                <LocalizedText of={option.label} />
              </Checkbox>
            ))
          }
        </Choices>
      );
    }
    default:
      return <TableQuestion field={field} value={value} onChange={onChange} error={error} />;
  }
};

/** Where a question stands on the page, so that the focus can go to it. */
const placeOf = (key: string): string => `question-${key}`;

export const focusQuestion = (key: string): void =>
  document.getElementById(placeOf(key))?.querySelector<HTMLElement>('input, textarea, select')?.focus();

interface QuestionsProps {
  readonly fields: readonly FormField[];
  readonly answers: WrittenAnswers;
  readonly errors: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly onChange: (key: string, value: WrittenValue) => void;
}

/** The questions of a form, to be answered. */
export const Questions = ({ fields, answers, errors, files, onChange }: QuestionsProps) => (
  <div className="flex flex-col gap-6">
    {fields.map((field) => (
      <div key={field.key} id={placeOf(field.key)}>
        <Question
          field={field}
          value={answers[field.key]}
          error={errors[field.key]}
          files={files}
          onChange={(value) => onChange(field.key, value)}
        />
      </div>
    ))}
  </div>
);
