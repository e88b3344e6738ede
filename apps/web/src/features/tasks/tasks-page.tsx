import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link as RouterLink, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AssignmentRow } from '../../lib/assignment-row.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Rows } from '../../ui/section.tsx';
import { Day } from '../../ui/time.tsx';
import { useProgressWords } from './answers-table.tsx';
import { assignmentsQuery, tasksQuery, type AssignmentsShown } from './tasks.queries.ts';

const route = getRouteApi('/app/zadania');

interface Narrowing {
  readonly network: string | undefined;
}

/** What the association asks, task by task: how far each has come. */
const TaskList = ({ network }: Narrowing) => {
  const { t } = useTranslation('tasks');
  const localized = useLocalized();
  const words = useProgressWords();
  const query = useInfiniteQuery(tasksQuery({ state: 'OPEN', ...(network && { network }) }));
  return (
    <Paged query={query} empty={<EmptyState title={t('none.tasks.title')}>{t('none.tasks.next')}</EmptyState>}>
      {(tasks) => (
        <Rows>
          {tasks.map(({ id, title, dueOn, progress, network: { name } }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-4">
              <div className="min-w-0 flex-1 basis-72">
                <Link to="/app/zadania/$taskId" params={{ taskId: id }} look="plain">
                  {title}
                </Link>
                <p className="text-small text-soft">
                  {localized(name)} · <Day day={dueOn} />
                </p>
              </div>
              <div className="w-52">
                <Progress value={progress.answered} total={progress.total} label={words(progress)} />
              </div>
            </li>
          ))}
        </Rows>
      )}
    </Paged>
  );
};

interface AssignmentListProps extends Narrowing {
  readonly show: AssignmentsShown;
  readonly late: boolean;
}

/** What is asked, gmina by gmina. */
const AssignmentList = ({ show, late, network }: AssignmentListProps) => {
  const { t } = useTranslation('tasks');
  const { abilities } = useSession();
  const query = useInfiniteQuery(
    assignmentsQuery({ show, ...(late && { late: 'true' as const }), ...(network && { network }) }),
  );
  return (
    <Paged query={query} empty={<EmptyState title={t(`none.${show}.title`)}>{t(`none.${show}.next`)}</EmptyState>}>
      {(assignments) => (
        <Rows>
          {assignments.map((assignment) => (
            <AssignmentRow
              key={`${assignment.task.id}${assignment.organization.id}`}
              assignment={assignment}
              to={abilities.reviewAnswers ? 'answer' : 'task'}
            />
          ))}
        </Rows>
      )}
    </Paged>
  );
};

const ours = ['todo', 'submitted', 'done'] as const;
const ofAll = ['tasks', 'submitted', 'todo', 'done'] as const;

/** What is asked of us, by due day; for the secretariat, of all. */
export const TasksPage = () => {
  const { t } = useTranslation('tasks');
  const navigate = useNavigate({ from: '/app/zadania' });
  const { abilities } = useSession();
  const { pokaz, spoznione, siec } = route.useSearch();
  const views = abilities.reviewAnswers ? ofAll : ours;
  const [first] = views;
  const shown = pokaz ?? first;
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t(abilities.reviewAnswers ? 'leadAll' : 'lead')}
        actions={
          abilities.writeTask && (
            <ButtonLink to="/app/zadania/nowe" kind="primary">
              {t('write.action')}
            </ButtonLink>
          )
        }
      />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 print:hidden">
        <nav aria-label={t('views.label')}>
          <ul className="flex flex-wrap gap-x-1 border-b border-line">
            {views.map((view) => (
              <li key={view}>
                <RouterLink
                  from="/app/zadania"
                  to="."
                  search={(now) => ({ ...now, pokaz: view === first ? undefined : view })}
                  activeOptions={{ exact: true, explicitUndefined: true }}
                  className="-mb-px inline-flex min-h-11 items-center border-b-[3px] border-transparent px-3 text-soft hover:text-sea aria-[current=page]:border-sea aria-[current=page]:font-semibold aria-[current=page]:text-ink"
                >
                  {t(abilities.reviewAnswers ? `viewsOfAll.${view}` : `views.${view === 'tasks' ? 'todo' : view}`)}
                </RouterLink>
              </li>
            ))}
          </ul>
        </nav>
        {shown === 'todo' && (
          <Checkbox
            isSelected={spoznione ?? false}
            onChange={(chosen) =>
              void navigate({ search: (now) => ({ ...now, spoznione: chosen || undefined }), replace: true })
            }
          >
            {t('onlyLate')}
          </Checkbox>
        )}
      </div>
      {siec && (
        <p>
          {t('ofNetwork')} <Link to="/app/zadania">{t('ofAll')}</Link>
        </p>
      )}
      {shown === 'tasks' ? (
        <TaskList network={siec} />
      ) : (
        <AssignmentList show={shown} late={spoznione ?? false} network={siec} />
      )}
    </div>
  );
};
