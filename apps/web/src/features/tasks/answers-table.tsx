import type { AssignmentCell, Progress as ProgressFigures } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { assignmentTone } from '../../lib/states.ts';
import { Link } from '../../ui/link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { Day, Moment } from '../../ui/time.tsx';

interface AnswersTableProps {
  readonly taskId: string;
  readonly cells: readonly AssignmentCell[];
  readonly progress: ProgressFigures;
  /** Whether the viewer may read what was answered. */
  readonly readable: boolean;
}

/** The finding of the matrix, said before it is shown. */
export const useProgressWords = (): ((progress: ProgressFigures) => string) => {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  return ({ answered, total, late, declined }) =>
    [
      t('progress.answered', { answered: format.number(answered), total: format.number(total) }),
      late > 0 && t('progress.late', { count: late }),
      declined > 0 && t('progress.declined', { count: declined }),
    ]
      .filter(Boolean)
      .join(' · ');
};

/** Who has answered: what needs looking at first, then by name. */
export const AnswersTable = ({ taskId, cells, progress, readable }: AnswersTableProps) => {
  const { t } = useTranslation(['tasks', 'common']);
  const format = useFormat();
  const words = useProgressWords();
  const weight = ({ state, late }: AssignmentCell): number => (state === 'SUBMITTED' ? 0 : late ? 1 : 2);
  const sorted = [...cells].sort(
    (one, other) => weight(one) - weight(other) || format.compare(one.organization.name, other.organization.name),
  );
  return (
    <Section
      title={t('answers')}
      aside={<Progress value={progress.answered} total={progress.total} label={words(progress)} />}
    >
      <DataTable
        caption={t('answers')}
        rows={sorted}
        rowKey={({ organization }) => organization.id}
        columns={[
          {
            name: t('gmina'),
            cell: ({ organization }) =>
              readable ? (
                <Link
                  to="/app/zadania/$taskId/gminy/$organizationId"
                  params={{ taskId, organizationId: organization.id }}
                  look="plain"
                >
                  {organization.name}
                </Link>
              ) : (
                organization.name
              ),
          },
          {
            name: t('common:state'),
            cell: (cell) => (
              <Status tone={assignmentTone(cell)}>
                {cell.late ? t('common:late') : t(`common:assignmentState.${cell.state}`)}
              </Status>
            ),
          },
          { name: t('due'), cell: ({ dueOn }) => <Day day={dueOn} /> },
          {
            name: t('submittedAt'),
            cell: ({ submittedAt }) => (submittedAt ? <Moment at={submittedAt} end="always" /> : '–'),
          },
        ]}
      />
    </Section>
  );
};
