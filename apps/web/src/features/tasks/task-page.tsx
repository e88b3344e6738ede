import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EventList } from '../../lib/events.tsx';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Day } from '../../ui/time.tsx';
import { AnswersTable } from './answers-table.tsx';
import { Chain } from './chain.tsx';
import { CloseTaskButton } from './close-task.tsx';
import { Needs } from './needs.tsx';
import { OurAnswer } from './our-answer.tsx';
import { RepeatTaskButton } from './repeat-task.tsx';
import { MoveDayButton } from './task-change.tsx';
import { answersQuery, taskActivityQuery, taskQuery } from './tasks.queries.ts';

const route = getRouteApi('/app/zadania/$taskId');

interface TaskPageProps {
  /** What other features show of a task, and of a gmina's answer. */
  readonly documents: ReactNode;
  readonly conversation: ReactNode;
  /** The idea from which it has come. */
  readonly origin: ReactNode;
  readonly answerDocuments: (organizationId: string) => ReactNode;
}

/** What is asked, by when, by whose mandate; our answer; who else has answered. */
export const TaskPage = ({ documents, conversation, origin, answerDocuments }: TaskPageProps) => {
  const { t } = useTranslation(['tasks', 'forms', 'common']);
  const { taskId } = route.useParams();
  const { data: task } = useSuspenseQuery(taskQuery(taskId));
  const { data: cells } = useSuspenseQuery(answersQuery(taskId));
  const activity = useInfiniteQuery(taskActivityQuery(taskId));
  return (
    <div className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={task.title}
          above={
            <Breadcrumbs>
              <Link to="/app/zadania" look="soft">
                {t('title')}
              </Link>
              <Link to="/app/sieci/$networkId" params={{ networkId: task.network.id }} look="soft">
                <LocalizedText of={task.network.name} />
              </Link>
            </Breadcrumbs>
          }
          actions={
            <>
              {task.form && task.abilities.readAnswers && (
                <ButtonLink to="/app/zadania/$taskId/odpowiedzi" params={{ taskId }}>
                  {t('forms:matrix.open')}
                </ButtonLink>
              )}
              {task.abilities.changeForm && (
                <ButtonLink to="/app/zadania/$taskId/formularz" params={{ taskId }} kind="quiet">
                  {t('forms:change.open')}
                </ButtonLink>
              )}
              {task.abilities.repeat && <RepeatTaskButton task={task} />}
              {task.abilities.change && <MoveDayButton tasks={[task]} />}
              {task.abilities.close && <CloseTaskButton task={task} />}
            </>
          }
        />
        <Facts>
          <Fact name={t('due')}>
            <Day day={task.dueOn} />
          </Fact>
          {task.priority === 'HIGH' && <Fact name={t('priority')}>{t('common:priority.HIGH')}</Fact>}
          {task.initiative && (
            <Fact name={t('ofInitiative.fact')}>
              <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: task.initiative.id }}>
                <LocalizedText of={task.initiative.title} />
              </Link>
            </Fact>
          )}
          {task.series && <Fact name={t('repeat.fact')}>{t(`repeat.${task.series.recurrence}`)}</Fact>}
          {task.state === 'CLOSED' && (
            <Fact name={t('common:state')}>
              <Status tone="ended">{t('closed')}</Status>
            </Fact>
          )}
        </Facts>
        <p className="max-w-prose text-lead whitespace-pre-line">{task.body}</p>
      </div>
      {documents}
      {task.mine.map((organizationId) => (
        <OurAnswer
          key={organizationId}
          taskId={taskId}
          organizationId={organizationId}
          taskDueOn={task.dueOn}
          documents={answerDocuments(organizationId)}
        />
      ))}
      <AnswersTable taskId={taskId} cells={cells} progress={task.progress} readable={task.abilities.readAnswers} />
      <Needs task={task} />
      {conversation}
      <Chain network={task.network} mandate={task.mandate} />
      {origin}
      <Section title={t('common:activity')}>
        <Paged query={activity} empty={<EmptyState title={t('noActivity.title')}>{t('noActivity.next')}</EmptyState>}>
          {(events) => <EventList events={events} />}
        </Paged>
      </Section>
    </div>
  );
};
