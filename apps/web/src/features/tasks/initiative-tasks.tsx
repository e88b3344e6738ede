import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Paged } from '../../lib/paged.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Day } from '../../ui/time.tsx';
import { useProgressWords } from './answers-table.tsx';
import { tasksQuery } from './tasks.queries.ts';

interface InitiativeTasksProps {
  readonly initiativeId: string;
  /** Out of whose work it came: the mandate that is offered first. */
  readonly networkId: string | null;
  readonly canWrite: boolean;
}

/** What those who take part in an initiative are asked; nothing is drawn where there is nothing to see or to do. */
export const InitiativeTasks = ({ initiativeId, networkId, canWrite }: InitiativeTasksProps) => {
  const { t } = useTranslation('tasks');
  const words = useProgressWords();
  const query = useInfiniteQuery(tasksQuery({ initiative: initiativeId }));
  const isEmpty = query.data?.pages[0]?.items.length === 0;
  if (!canWrite && (isEmpty || query.isPending)) return null;
  return (
    <Section title={t('ofInitiative.title')}>
      <Paged query={query} empty={<EmptyState title={t('ofInitiative.none')}>{t('ofInitiative.noneNext')}</EmptyState>}>
        {(tasks) => (
          <Rows>
            {tasks.map(({ id, title, dueOn, state, progress }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-4">
                <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
                  <Link to="/app/zadania/$taskId" params={{ taskId: id }} look="plain">
                    {title}
                  </Link>
                  <span className="text-small text-soft">
                    {t('due')} <Day day={dueOn} />
                  </span>
                </div>
                <div className="flex min-w-40 flex-col items-start gap-1">
                  {state === 'CLOSED' && <Status tone="ended">{t('closed')}</Status>}
                  <Progress value={progress.answered} total={progress.total} label={words(progress)} />
                </div>
              </li>
            ))}
          </Rows>
        )}
      </Paged>
      {canWrite && (
        <div>
          <ButtonLink
            to="/app/zadania/nowe"
            search={{ inicjatywa: initiativeId, ...(networkId !== null && { siec: networkId }) }}
          >
            {t('ofInitiative.write')}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
};
