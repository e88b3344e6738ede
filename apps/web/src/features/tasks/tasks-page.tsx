import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link as RouterLink, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AssignmentRow } from '../../lib/assignment-row.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Rows } from '../../ui/section.tsx';
import { Board } from './board.tsx';
import { Calendar } from './calendar.tsx';
import { TaskList } from './task-list.tsx';
import { assignmentsQuery, type AssignmentsShown } from './tasks.queries.ts';

const route = getRouteApi('/app/zadania');

interface Narrowing {
  readonly network: string | undefined;
}

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

/** As what the tasks are shown. */
const manners = [undefined, 'tablica', 'kalendarz'] as const;

const ours = ['todo', 'submitted', 'done'] as const;
const ofAll = ['tasks', 'submitted', 'asking', 'todo', 'done'] as const;

/** What is asked of us, by due day; for the secretariat, of all. */
export const TasksPage = () => {
  const { t } = useTranslation('tasks');
  const navigate = useNavigate({ from: '/app/zadania' });
  const { abilities } = useSession();
  const { widok, pokaz, spoznione, siec, miesiac } = route.useSearch();
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
      <div className="flex flex-col gap-3 print:hidden">
        <nav aria-label={t('manners.label')}>
          <ul className="flex flex-wrap gap-1">
            {manners.map((manner) => (
              <li key={manner ?? 'lista'}>
                <RouterLink
                  from="/app/zadania"
                  to="."
                  search={(now) => ({ ...now, widok: manner, ...(manner !== 'kalendarz' && { miesiac: undefined }) })}
                  activeOptions={{ exact: true }}
                  className="inline-flex min-h-11 items-center rounded-control px-3 text-soft hover:bg-sea-wash hover:text-sea aria-[current=page]:bg-sea-wash aria-[current=page]:font-semibold aria-[current=page]:text-sea"
                >
                  {t(`manners.${manner ?? 'lista'}`)}
                </RouterLink>
              </li>
            ))}
          </ul>
        </nav>
        {!widok && (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <nav aria-label={t('views.label')}>
              <ul className="flex flex-wrap gap-x-1 border-b border-line">
                {views.map((view) => (
                  <li key={view}>
                    <RouterLink
                      from="/app/zadania"
                      to="."
                      search={(now) => ({ ...now, pokaz: view === first ? undefined : view })}
                      activeOptions={{ exact: true }}
                      className="-mb-px inline-flex min-h-11 items-center border-b-[3px] border-transparent px-3 text-soft hover:text-sea aria-[current=page]:border-sea aria-[current=page]:font-semibold aria-[current=page]:text-ink"
                    >
                      {t(
                        abilities.reviewAnswers
                          ? `viewsOfAll.${view}`
                          : `views.${view === 'tasks' || view === 'asking' ? 'todo' : view}`,
                      )}
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
        )}
      </div>
      {siec && (
        <p>
          {t('ofNetwork')} <Link to="/app/zadania">{t('ofAll')}</Link>
        </p>
      )}
      {widok === 'tablica' ? (
        <Board network={siec} />
      ) : widok === 'kalendarz' ? (
        <Calendar network={siec} month={miesiac} />
      ) : shown === 'tasks' ? (
        <TaskList network={siec} />
      ) : (
        <AssignmentList show={shown} late={spoznione ?? false} network={siec} />
      )}
    </div>
  );
};
