import type { AssignmentSummary } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from '../ui/link.tsx';
import { Status } from '../ui/status.tsx';
import { Day, Moment } from '../ui/time.tsx';
import { LocalizedText } from './localized-text.tsx';
import { assignmentTone } from './states.ts';

interface AssignmentRowProps {
  readonly assignment: AssignmentSummary;
  /** To answer it, or to read what was answered. */
  readonly to: 'task' | 'answer';
}

/** One thing that a gmina is asked: what, by which network, by when, how it stands. */
export const AssignmentRow = ({ assignment, to }: AssignmentRowProps) => {
  const { t } = useTranslation();
  const { task, organization, state, late, dueOn, keeper, submittedAt } = assignment;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {to === 'task' ? (
            <Link to="/app/zadania/$taskId" params={{ taskId: task.id }} look="plain">
              {task.title}
            </Link>
          ) : (
            <Link
              to="/app/zadania/$taskId/gminy/$organizationId"
              params={{ taskId: task.id, organizationId: organization.id }}
              look="plain"
            >
              {[organization.name, task.title].join(': ')}
            </Link>
          )}
          {task.priority === 'HIGH' && (
            <strong className="text-small font-semibold text-amber-text">{t('priority.HIGH')}</strong>
          )}
        </p>
        <p className="text-small text-soft">
          <LocalizedText of={task.network.name} />
          {to === 'task' && ` · ${organization.name}`}
          {keeper && ` · ${t('keptBy', { name: keeper.name })}`}
          {!keeper && state !== 'OPEN' && ` · ${t('keptByNobody')}`}
        </p>
      </div>
      <div className="flex flex-col items-start gap-1 sm:items-end">
        <Status tone={assignmentTone(assignment)}>{late ? t('late') : t(`assignmentState.${state}`)}</Status>
        <p className="text-small text-soft">
          {to === 'answer' && submittedAt ? <Moment at={submittedAt} end="wide" /> : <Day day={dueOn} />}
        </p>
      </div>
    </li>
  );
};
