import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { assignmentTone } from '../../lib/states.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { StatusSign } from '../../ui/status.tsx';
import { daysOf, monthAfter, placeInWeek } from './calendar.rules.ts';
import { assignmentsQuery, tasksQuery } from './tasks.queries.ts';

interface Due {
  readonly key: string;
  readonly day: string;
  readonly what: ReactNode;
}

interface Within {
  readonly from: string;
  readonly to: string;
  readonly network?: string;
}

/** What our gminas are asked, by the day on which each has to answer. */
const useOurDue = (within: Within, enabled: boolean) => {
  const { t } = useTranslation(['tasks', 'common']);
  const query = useInfiniteQuery({ ...assignmentsQuery({ show: 'all', ...within }), enabled });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const due = items.map((assignment): Due => {
    const { task, organization, state, late, dueOn } = assignment;
    return {
      key: `${task.id}${organization.id}`,
      day: dueOn,
      what: (
        <>
          <StatusSign tone={assignmentTone(assignment)}>
            {late ? t('common:late') : t(`common:assignmentState.${state}`)}
          </StatusSign>
          <Link to="/app/zadania/$taskId" params={{ taskId: task.id }} look="plain">
            {task.title}
          </Link>
        </>
      ),
    };
  });
  return { query, due };
};

/** What the association asks, by the tasks' own days. */
const useAllDue = (within: Within, enabled: boolean) => {
  const { t } = useTranslation('tasks');
  const query = useInfiniteQuery({ ...tasksQuery(within), enabled });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const due = items.map(({ id, title, dueOn, state, progress: { answered, total, late } }): Due => ({
    key: id,
    day: dueOn,
    what: (
      <>
        <StatusSign tone={state === 'CLOSED' ? 'ended' : late > 0 ? 'late' : answered < total ? 'waiting' : 'good'}>
          {state === 'CLOSED' ? t('closed') : t('progress.answered', { answered, total })}
        </StatusSign>
        <Link to="/app/zadania/$taskId" params={{ taskId: id }} look="plain">
          {title}
        </Link>
      </>
    ),
  }));
  return { query, due };
};

interface CalendarProps {
  readonly network: string | undefined;
  /** `YYYY-MM`; absent: this one. */
  readonly month: string | undefined;
}

/** A month of due days: a grid where there is room, on a phone the days that have something. */
export const Calendar = ({ network, month: chosen }: CalendarProps) => {
  const { t } = useTranslation('tasks');
  const { abilities } = useSession();
  const format = useFormat();
  const month = chosen ?? format.today.slice(0, 7);
  const days = daysOf(month);
  const within = { from: days.at(0) ?? '', to: days.at(-1) ?? '', ...(network && { network }) };
  const all = useAllDue(within, abilities.reviewAnswers);
  const ours = useOurDue(within, !abilities.reviewAnswers);
  const { query, due } = abilities.reviewAnswers ? all : ours;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  // A month is shown whole: its pages come one after the other.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const to = (months: number) => (now: object) => {
    const other = monthAfter(month, months);
    return { ...now, miesiac: other === format.today.slice(0, 7) ? undefined : other };
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 aria-live="polite" className="text-h2 first-letter:uppercase">
          {format.month(`${month}-01`)}
        </h2>
        <nav aria-label={t('calendar.months')} className="flex flex-wrap gap-2 print:hidden">
          <ButtonLink from="/app/zadania" to="." search={to(-1)} kind="secondary">
            {t('calendar.before')}
          </ButtonLink>
          <ButtonLink from="/app/zadania" to="." search={to(1)} kind="secondary">
            {t('calendar.after')}
          </ButtonLink>
        </nav>
      </div>
      {query.isPending ? (
        <RowsSkeleton />
      ) : query.isError ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          {due.length === 0 && <EmptyState title={t('calendar.none')}>{t('calendar.nothing')}</EmptyState>}
          <div
            aria-hidden
            className={classes('hidden grid-cols-7 gap-1 text-small text-soft', due.length > 0 && 'lg:grid')}
          >
            {days.slice(0, 7).map((_, index) => {
              const day = days.find((one) => placeInWeek(one) === index + 1) ?? '';
              return (
                <span key={day} className="px-2">
                  {format.weekday(day)}
                </span>
              );
            })}
          </div>
          <ol className={classes('flex flex-col gap-3 lg:gap-1', due.length > 0 && 'lg:grid lg:grid-cols-7')}>
            {days.map((day) => {
              const here = due.filter((one) => one.day === day);
              return (
                <li
                  key={day}
                  aria-current={day === format.today ? 'date' : undefined}
                  style={day.endsWith('-01') ? { gridColumnStart: placeInWeek(day) } : undefined}
                  className={classes(
                    'min-w-0 flex-col gap-2 rounded-control border p-2 lg:min-h-24',
                    day === format.today ? 'border-sea bg-sea-wash' : 'border-line bg-surface',
                    here.length > 0 ? 'flex' : due.length > 0 ? 'hidden lg:flex' : 'hidden',
                  )}
                >
                  <p className="text-small text-soft">
                    <time dateTime={day}>
                      <span className="lg:sr-only">{format.weekdayAndDay(day)}</span>
                      <span aria-hidden className="hidden lg:inline">
                        {Number(day.slice(-2))}
                      </span>
                    </time>
                  </p>
                  {here.length > 0 && (
                    <ul className="flex flex-col gap-3 text-small">
                      {here.map(({ key, what }) => (
                        <li key={key} className="flex min-w-0 items-start gap-2 lg:flex-col lg:gap-1">
                          {what}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              );
            })}
          </ol>
        </>
      )}
    </div>
  );
};
