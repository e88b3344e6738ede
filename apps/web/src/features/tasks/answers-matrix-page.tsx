import type { AnswersRow, AnswersView, FieldTotals, FormField } from '@blizej/contracts';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { assignmentStates } from '../../lib/choices.ts';
import { ExportButtons } from '../../lib/export-buttons.tsx';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { regionQuery } from '../../lib/region.ts';
import { assignmentTone } from '../../lib/states.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { Scroller } from '../../ui/table.tsx';
import { AnswerRead, AnswersRead } from './answers-read.tsx';
import { answersMatrixQuery, taskQuery } from './tasks.queries.ts';

const route = getRouteApi('/app/zadania/$taskId/odpowiedzi');

const head = 'sticky top-0 z-20 border-b border-control bg-surface px-3 py-2 text-start align-bottom';
const edge = 'sticky start-0 z-10 bg-surface border-e border-line px-3 py-2 text-start align-top';

interface TotalsProps {
  readonly field: FormField;
  readonly totals: FieldTotals | undefined;
}

/** What the answers to one question come to. */
const Totals = ({ field, totals }: TotalsProps) => {
  const { t } = useTranslation('forms');
  const localized = useLocalized();
  const format = useFormat();
  if (!totals) return null;
  const { sum, median, counts, answered } = totals;
  const unit = field.kind === 'NUMBER' && field.unit !== null ? ` ${field.unit}` : '';
  const nameOf = (option: string): string => {
    if (!('options' in field)) return t(option === 'true' ? 'yes' : 'no');
    const found = field.options.find(({ key }) => key === option);
    return found ? localized(found.label) : '';
  };
  return (
    <ul className="flex flex-col gap-0.5 text-small font-normal tabular-nums">
      <li className="text-soft">{t('matrix.answered', { count: answered })}</li>
      {sum !== null && <li>{t('matrix.sum', { value: `${format.number(sum)}${unit}` })}</li>}
      {median !== null && <li>{t('matrix.median', { value: `${format.number(median)}${unit}` })}</li>}
      {counts?.map(({ option, count }) => (
        <li key={option}>{[nameOf(option), format.number(count)].join(': ')}</li>
      ))}
    </ul>
  );
};

interface GminaProps {
  readonly taskId: string;
  readonly row: AnswersRow;
  readonly newest: number;
}

/** Which gmina, how it stands, and in which form it answered. */
const Gmina = ({ taskId, row, newest }: GminaProps) => {
  const { t } = useTranslation(['forms', 'common']);
  const { organization, state, late, formVersion } = row;
  return (
    <span className="flex flex-col items-start gap-1">
      <Link
        to="/app/zadania/$taskId/gminy/$organizationId"
        params={{ taskId, organizationId: organization.id }}
        look="plain"
      >
        {organization.name}
      </Link>
      <Status tone={assignmentTone({ state, late })}>
        {late ? t('common:late') : t(`common:assignmentState.${state}`)}
      </Status>
      {formVersion !== null && formVersion < newest && (
        <span className="text-small font-normal text-soft">{t('matrix.earlier')}</span>
      )}
    </span>
  );
};

interface MatrixProps {
  readonly taskId: string;
  readonly view: AnswersView;
  readonly rows: readonly AnswersRow[];
}

/** A row for each gmina, a column for each question: the head and the first column stay while the rest scrolls. */
const Wide = ({ taskId, view, rows }: MatrixProps) => {
  const { t } = useTranslation(['forms', 'tasks']);
  return (
    <Scroller label={t('matrix.label')} isTall>
      <table className="min-w-full border-collapse">
        <caption className="sr-only">{t('matrix.label')}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} start-0 z-30 border-e border-line text-small text-soft`}>
              {t('tasks:gmina')}
            </th>
            {view.fields.map((field, index) => (
              <th key={field.key} scope="col" className={`${head} max-w-72 min-w-44`}>
                <LocalizedText of={field.label} />
                {index >= view.current && (
                  <span className="block text-small font-normal text-soft">{t('matrix.retired')}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="border-y border-control bg-sunken">
            <th
              scope="row"
              className="sticky start-0 z-10 border-e border-line bg-sunken px-3 py-2 text-start align-top"
            >
              {t('matrix.together')}
            </th>
            {view.fields.map((field) => (
              <td key={field.key} className="px-3 py-2 align-top">
                <Totals field={field} totals={view.totals.find(({ key }) => key === field.key)} />
              </td>
            ))}
          </tr>
          {rows.map((row) => (
            <tr key={row.organization.id} className="border-b border-line last:border-0">
              <th scope="row" className={edge}>
                <Gmina taskId={taskId} row={row} newest={view.formVersion} />
              </th>
              {view.fields.map((field) => (
                <td key={field.key} className="max-w-72 px-3 py-2 align-top break-words">
                  {row.answers === null ? (
                    <span className="text-soft">–</span>
                  ) : (
                    <AnswerRead field={field} value={row.answers[field.key]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
};

/** The same on a phone: what it comes to, then gmina after gmina. */
const Narrow = ({ taskId, view, rows }: MatrixProps) => {
  const { t } = useTranslation('forms');
  return (
    <div className="flex flex-col gap-6">
      <section aria-label={t('matrix.together')} className="flex flex-col gap-4 rounded-card bg-sunken p-4">
        <h2 className="text-h3">{t('matrix.together')}</h2>
        {view.fields.map((field) => (
          <div key={field.key}>
            <h3 className="font-semibold">
              <LocalizedText of={field.label} />
            </h3>
            <Totals field={field} totals={view.totals.find(({ key }) => key === field.key)} />
          </div>
        ))}
      </section>
      <Rows>
        {rows.map((row) => (
          <li key={row.organization.id} className="flex flex-col gap-3 py-4">
            <Gmina taskId={taskId} row={row} newest={view.formVersion} />
            {row.answers !== null && (
              <details>
                <summary className="flex min-h-11 cursor-pointer items-center text-sea underline underline-offset-4">
                  {t('matrix.show')}
                </summary>
                <AnswersRead fields={view.fields} answers={row.answers} />
              </details>
            )}
          </li>
        ))}
      </Rows>
    </div>
  );
};

/** Questions × gminas: what was handed in to a task with a form. */
export const AnswersMatrixPage = () => {
  const { t } = useTranslation(['forms', 'tasks', 'common']);
  const format = useFormat();
  const { taskId } = route.useParams();
  const navigate = useNavigate({ from: '/app/zadania/$taskId/odpowiedzi' });
  const { stan, spoznione, wojewodztwo, szukaj } = route.useSearch();
  const { data: task } = useSuspenseQuery(taskQuery(taskId));
  const { data: region = [] } = useQuery(regionQuery());
  const filters = {
    ...(stan && { state: stan }),
    ...(spoznione && { late: 'true' as const }),
    ...(wojewodztwo && { voivodeship: wojewodztwo }),
    ...(szukaj && { search: szukaj }),
  };
  const query = useInfiniteQuery(answersMatrixQuery(taskId, filters));
  const save = useDownload(api.exportAnswers);
  const narrow = useCallback(
    (change: object): void => void navigate({ search: (now) => ({ ...now, ...change }), replace: true }),
    [navigate],
  );
  const search = useCallback((words: string): void => narrow({ szukaj: words || undefined }), [narrow]);
  const voivodeships = [
    ...new Set(region.filter(({ status }) => status !== null).map((gmina) => gmina.voivodeship)),
  ].sort(format.compare);
  const [first] = query.data?.pages ?? [];
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('matrix.title')}
        lead={task.title}
        above={
          <Breadcrumbs>
            <Link to="/app/zadania" look="soft">
              {t('tasks:title')}
            </Link>
            <Link to="/app/zadania/$taskId" params={{ taskId }} look="soft">
              {task.title}
            </Link>
          </Breadcrumbs>
        }
        actions={
          <ExportButtons
            isPending={save.isPending}
            label={(type) => t(`export.${type}`)}
            onExport={(type) => save.mutate({ params: { id: taskId }, query: { ...filters, format: type } })}
          />
        }
      />
      <DeedFailure error={save.error} />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('matrix.search')} value={szukaj ?? ''} onSearch={search} />
        <Select<string>
          label={t('common:state')}
          value={stan ?? ''}
          onChange={(value) => narrow({ stan: value || undefined })}
          options={[
            { value: '', label: t('matrix.anyState') },
            ...assignmentStates.map((state) => ({ value: state, label: t(`common:assignmentState.${state}`) })),
          ]}
        />
        <Select<string>
          label={t('matrix.voivodeship')}
          value={wojewodztwo ?? ''}
          onChange={(value) => narrow({ wojewodztwo: value || undefined })}
          options={[
            { value: '', label: t('matrix.anyVoivodeship') },
            ...voivodeships.map((name) => ({ value: name, label: name })),
          ]}
        />
        <Checkbox isSelected={spoznione ?? false} onChange={(on) => narrow({ spoznione: on || undefined })}>
          {t('tasks:onlyLate')}
        </Checkbox>
      </search>
      <Paged
        query={query}
        empty={
          <EmptyState
            title={t('matrix.none.title')}
            action={
              isFiltered && (
                <Link to="/app/zadania/$taskId/odpowiedzi" params={{ taskId }}>
                  {t('matrix.none.clear')}
                </Link>
              )
            }
          >
            {t('matrix.none.next')}
          </EmptyState>
        }
      >
        {(rows) =>
          first && (
            <>
              <p className="pb-3 text-small text-soft">{t('matrix.gminas', { count: first.total })}</p>
              <div className="max-md:hidden">
                <Wide taskId={taskId} view={first} rows={rows} />
              </div>
              <div className="md:hidden">
                <Narrow taskId={taskId} view={first} rows={rows} />
              </div>
            </>
          )
        }
      </Paged>
    </div>
  );
};
