import { sayAnswer, type FormField, type TableRow, type WrittenAnswers, type WrittenValue } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { DataTable, type Column } from '../../ui/table.tsx';
import { useSaying } from './saying.ts';

interface AnswerReadProps {
  readonly field: FormField;
  readonly value: WrittenValue | undefined;
}

/** A small table as the gmina filled it in. */
const TableRead = ({ field, rows }: { readonly field: FormField & { kind: 'TABLE' }; readonly rows: TableRow[] }) => {
  const localized = useLocalized();
  const saying = useSaying();
  const columns = field.columns.map((column): Column<TableRow> => {
    const say = (row: TableRow): string => {
      const cell = row[column.key];
      return cell === null || cell === undefined || cell === ''
        ? '–'
        : typeof cell === 'number'
          ? saying.number(cell)
          : cell;
    };
    return { name: localized(column.label), cell: say, numeric: column.kind === 'NUMBER' };
  });
  const [first, ...others] = columns;
  if (!first) return null;
  return (
    <DataTable
      caption={localized(field.label)}
      columns={[first, ...others]}
      rows={rows}
      // Rows of an answer have no name but their place, and never change theirs.
      rowKey={(row) => String(rows.indexOf(row))}
    />
  );
};

/** What stands at one question. */
export const AnswerRead = ({ field, value }: AnswerReadProps) => {
  const { t } = useTranslation('forms');
  const saying = useSaying();
  if (field.kind === 'TABLE' && Array.isArray(value) && value.length > 0) {
    return <TableRead field={field} rows={value as TableRow[]} />;
  }
  const text = sayAnswer(field, value, saying);
  return text ? <span className="whitespace-pre-wrap">{text}</span> : <span className="text-soft">{t('nothing')}</span>;
};

interface AnswersReadProps {
  readonly fields: readonly FormField[];
  readonly answers: WrittenAnswers;
}

/** Answers under their questions, to be read. */
export const AnswersRead = ({ fields, answers }: AnswersReadProps) => {
  return (
    <dl className="flex max-w-prose flex-col gap-4">
      {fields.map((field) => (
        <div key={field.key} className="flex flex-col gap-0.5">
          <dt className="text-small text-soft">
            <LocalizedText of={field.label} />
          </dt>
          <dd>
            <AnswerRead field={field} value={answers[field.key]} />
          </dd>
        </div>
      ))}
    </dl>
  );
};
