import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { assignmentTone } from '../../lib/states.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Sheet } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Day, Moment } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { AnswersRead } from './answers-read.tsx';
import { DecideOnTime } from './time-request.tsx';
import { answersQuery, assignmentQuery, taskQuery } from './tasks.queries.ts';

const route = getRouteApi('/app/zadania/$taskId/gminy/$organizationId');

/** One gmina's answer, to be read and accepted or returned; then on to the next that waits. */
export const AnswerPage = ({ documents }: { readonly documents: ReactNode }) => {
  const { t } = useTranslation(['tasks', 'forms', 'common']);
  const { taskId, organizationId } = route.useParams();
  const navigate = useNavigate();
  const { data: assignment } = useSuspenseQuery(assignmentQuery(taskId, organizationId));
  const { data: question } = useSuspenseQuery(taskQuery(taskId));
  const { data: cells } = useSuspenseQuery(answersQuery(taskId));
  const [isReturning, setReturning] = useState(false);
  const {
    organization,
    task,
    state,
    late,
    dueOn,
    keeper,
    submittedAt,
    answer,
    answers,
    form,
    formChanged,
    reason,
    abilities,
    version,
  } = assignment;
  const params = { id: taskId, organizationId };
  const next = cells.find((cell) => cell.state === 'SUBMITTED' && cell.organization.id !== organizationId);

  const goOn = (message: string): void => {
    toast({ message });
    void (next
      ? navigate({
          to: '/app/zadania/$taskId/gminy/$organizationId',
          params: { taskId, organizationId: next.organization.id },
        })
      : navigate({ to: '/app/zadania/$taskId', params: { taskId } }));
  };
  const accept = useDeed(api.acceptAnswer, () => goOn(t('review.accepted', { gmina: organization.name })));
  const giveBack = useDeed(api.returnAnswer, () => {
    setReturning(false);
    goOn(t('review.returned', { gmina: organization.name }));
  });

  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader
        title={[organization.name, task.title].join(': ')}
        lead={<p className="whitespace-pre-line">{question.body}</p>}
        above={
          <Breadcrumbs>
            <Link to="/app/zadania" look="soft">
              {t('title')}
            </Link>
            <Link to="/app/zadania/$taskId" params={{ taskId }} look="soft">
              {task.title}
            </Link>
          </Breadcrumbs>
        }
      />
      <Facts>
        <Fact name={t('common:state')}>
          <Status tone={assignmentTone(assignment)}>
            {late ? t('common:late') : t(`common:assignmentState.${state}`)}
          </Status>
        </Fact>
        <Fact name={t('due')}>
          <Day day={dueOn} />
        </Fact>
        {keeper && <Fact name={t('keeper')}>{keeper.name}</Fact>}
        {submittedAt && (
          <Fact name={t('submittedAt')}>
            <Moment at={submittedAt} />
          </Fact>
        )}
      </Facts>
      <DecideOnTime assignment={assignment} />
      {reason && (
        <Notice kind="care" title={t(state === 'DECLINED' ? 'declined' : 'returned')}>
          <p className="whitespace-pre-line">{reason}</p>
        </Notice>
      )}
      <Sheet>
        {formChanged && form && <p className="text-small text-soft">{t('forms:earlier')}</p>}
        {form && submittedAt && (state === 'SUBMITTED' || state === 'ACCEPTED') ? (
          <AnswersRead fields={form.fields} answers={answers} />
        ) : answer ? (
          <p className="max-w-prose whitespace-pre-wrap">{answer}</p>
        ) : (
          <p className="text-soft">{t('review.nothing')}</p>
        )}
        {documents}
      </Sheet>
      <DeedFailure error={accept.error} />
      {(abilities.accept || abilities.return) && (
        <div className="flex flex-wrap items-center gap-3">
          {abilities.accept && (
            <Button
              kind="primary"
              isPending={accept.isPending}
              onPress={() => accept.mutate({ params, body: { version } })}
            >
              {t('review.accept')}
            </Button>
          )}
          {abilities.return && <Button onPress={() => setReturning(true)}>{t('review.return')}</Button>}
        </div>
      )}
      {next && (
        <p>
          {t('review.next')}{' '}
          <Link
            to="/app/zadania/$taskId/gminy/$organizationId"
            params={{ taskId, organizationId: next.organization.id }}
          >
            {next.organization.name}
          </Link>
        </p>
      )}
      {isReturning && (
        <ReasonDialog
          title={t('review.returnTitle', { gmina: organization.name })}
          hint={t('review.returnHint')}
          action={t('review.returnSend')}
          deed={giveBack}
          onSend={(why) => giveBack.mutate({ params, body: { reason: why, version } })}
          onClose={() => setReturning(false)}
        />
      )}
    </div>
  );
};
