import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MatrixView } from '@blizej/contracts';
import { api } from '../../lib/api.ts';
import { ExportButtons } from '../../lib/export-buttons.tsx';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure, Failure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { assignmentTone } from '../../lib/states.ts';
import { useSession } from '../../lib/session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Section } from '../../ui/section.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { StatusSign } from '../../ui/status.tsx';
import { Scroller } from '../../ui/table.tsx';
import { useProgressWords } from './answers-table.tsx';
import { matrixQuery } from './tasks.queries.ts';

const head = 'sticky top-0 z-20 border-b border-control bg-surface px-3 py-2 text-start align-bottom';
const edge = 'sticky start-0 z-10 bg-surface border-e border-line';

interface MatrixCellProps {
  readonly taskId: string;
  readonly cell: MatrixView['tasks'][number]['cells'][number];
}

/** How one gmina stands with one task; whoever reviews answers goes to it from here. */
const MatrixCell = ({ taskId, cell }: MatrixCellProps) => {
  const { t } = useTranslation('common');
  const { abilities } = useSession();
  const sign = (
    <StatusSign tone={assignmentTone(cell)}>{cell.late ? t('late') : t(`assignmentState.${cell.state}`)}</StatusSign>
  );
  if (!abilities.reviewAnswers) return sign;
  return (
    <Link
      to="/app/zadania/$taskId/gminy/$organizationId"
      params={{ taskId, organizationId: cell.organizationId }}
      look="plain"
    >
      {sign}
    </Link>
  );
};

/** The matrix: a row for each gmina, a column for each task. The head and the first column stay while the rest scrolls. */
const Matrix = ({ matrix }: { readonly matrix: MatrixView }) => {
  const { t } = useTranslation(['tasks', 'common']);
  const format = useFormat();
  const words = useProgressWords();
  const cellOf = new Map(
    matrix.tasks.flatMap((task) => task.cells.map((cell) => [`${task.id}${cell.organizationId}`, cell] as const)),
  );
  const gminas = [...matrix.organizations].sort((one, other) => format.compare(one.name, other.name));
  return (
    <Scroller label={t('matrix.label')} isTall>
      <table className="min-w-full border-collapse">
        <caption className="sr-only">{t('matrix.label')}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} start-0 z-30 border-e border-line text-small text-soft`}>
              {t('gmina')}
            </th>
            {matrix.tasks.map((task) => (
              <th key={task.id} scope="col" className={`${head} min-w-44 font-normal`}>
                <Link to="/app/zadania/$taskId" params={{ taskId: task.id }} look="plain">
                  {task.title}
                </Link>
                <span className="block text-small text-soft">
                  {task.state === 'CLOSED' ? t('closed') : [t('due'), format.shortDay(task.dueOn)].join(' ')}
                </span>
                <span className="block text-small text-soft">{words(task.progress)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {gminas.map((gmina) => (
            <tr key={gmina.id} className="border-b border-line last:border-0">
              <th scope="row" className={`${edge} max-w-40 px-3 py-1.5 text-start font-semibold`}>
                {gmina.name}
              </th>
              {matrix.tasks.map((task) => {
                const cell = cellOf.get(`${task.id}${gmina.id}`);
                return (
                  <td key={task.id} className="px-3 py-1.5">
                    {cell ? (
                      <MatrixCell taskId={task.id} cell={cell} />
                    ) : (
                      <span className="text-soft">
                        <span aria-hidden>·</span>
                        <span className="sr-only">{t('matrix.notAsked')}</span>
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
};

const legend = ['OPEN', 'IN_PROGRESS', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'DECLINED'] as const;

interface NetworkTasksProps {
  readonly networkId: string;
  /** Its tasks are its members' affair. */
  readonly isMember: boolean;
}

/** What a network works on: who has answered what. */
export const NetworkTasks = ({ networkId, isMember }: NetworkTasksProps) => {
  const { t } = useTranslation(['tasks', 'forms', 'common']);
  const save = useDownload(api.exportMatrix);
  const query = useQuery(matrixQuery(networkId));
  return (
    <Section title={t('matrix.title')}>
      {query.isPending ? (
        <RowsSkeleton />
      ) : query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data.tasks.length === 0 ? (
        <EmptyState title={t(isMember ? 'matrix.none.title' : 'matrix.outside.title')}>
          {t(isMember ? 'matrix.none.next' : 'matrix.outside.next')}
        </EmptyState>
      ) : (
        <>
          <Matrix matrix={query.data} />
          <DeedFailure error={save.error} />
          <div className="flex flex-wrap gap-3 print:hidden">
            <ExportButtons
              isPending={save.isPending}
              label={(format) => t(`forms:export.${format}`)}
              onExport={(format) => save.mutate({ params: { id: networkId }, query: { format } })}
            />
          </div>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small text-soft">
            {legend.map((state) => (
              <li key={state} className="flex items-center gap-1.5">
                <span aria-hidden className="scale-75">
                  <StatusSign tone={assignmentTone({ state, late: false })}>
                    {t(`common:assignmentState.${state}`)}
                  </StatusSign>
                </span>
                {t(`common:assignmentState.${state}`)}
              </li>
            ))}
            <li className="flex items-center gap-1.5">
              <span aria-hidden className="scale-75">
                <StatusSign tone="late">{t('common:late')}</StatusSign>
              </span>
              {t('common:late')}
            </li>
          </ul>
          {query.data.truncated && <p className="text-small text-soft">{t('matrix.truncated')}</p>}
        </>
      )}
    </Section>
  );
};
