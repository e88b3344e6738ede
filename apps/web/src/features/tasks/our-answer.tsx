import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { assignmentTone } from '../../lib/states.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section, Sheet } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { Day, Moment } from '../../ui/time.tsx';
import { AnswerForm } from './answer-form.tsx';
import { AnswersRead } from './answers-read.tsx';
import { DeclineButton } from './decline-button.tsx';
import { Checklist } from './checklist.tsx';
import { AskForTime } from './time-request.tsx';
import { assignmentQuery } from './tasks.queries.ts';

interface OurAnswerProps {
  readonly taskId: string;
  readonly organizationId: string;
  /** The day of the task itself: said again only where the gmina was given another. */
  readonly taskDueOn: string;
  /** The files beside the answer. */
  readonly documents: ReactNode;
}

/** A gmina's own share of a task: to be answered, or as it was answered. */
export const OurAnswer = ({ taskId, organizationId, taskDueOn, documents }: OurAnswerProps) => {
  const { t } = useTranslation(['tasks', 'forms', 'common']);
  const { data: assignment } = useSuspenseQuery(assignmentQuery(taskId, organizationId));
  const { organization, state, late, dueOn, answer, answers, form, formChanged, reason, submittedAt, abilities } =
    assignment;
  return (
    <Section
      title={t('ours', { gmina: organization.name })}
      aside={
        <span className="flex flex-wrap items-center gap-3">
          <Status tone={assignmentTone(assignment)}>
            {late ? t('common:late') : t(`common:assignmentState.${state}`)}
          </Status>
          {dueOn !== taskDueOn && (
            <span>
              {t('due')} <Day day={dueOn} />
            </span>
          )}
        </span>
      }
    >
      <Sheet>
        {state === 'RETURNED' && reason && (
          <Notice kind="care" title={t('returned')}>
            <p className="whitespace-pre-line">{reason}</p>
          </Notice>
        )}
        {state === 'DECLINED' && reason && (
          <Notice kind="calm" title={t('declined')}>
            <p className="whitespace-pre-line">{reason}</p>
          </Notice>
        )}
        <AskForTime assignment={assignment} />
        <Checklist assignment={assignment} />
        {abilities.write ? (
          <AnswerForm key={`${taskId}${organizationId}`} assignment={assignment} />
        ) : (
          <>
            {formChanged && form && <p className="text-small text-soft">{t('forms:earlier')}</p>}
            {form && Object.keys(answers).length > 0 ? (
              <AnswersRead fields={form.fields} answers={answers} />
            ) : answer ? (
              <p className="max-w-prose whitespace-pre-wrap">{answer}</p>
            ) : (
              <p className="text-soft">{t('noAnswer')}</p>
            )}
            {submittedAt && (
              <p className="text-small text-soft">
                {t('submittedAt')} <Moment at={submittedAt} />
              </p>
            )}
            {abilities.decline && (
              <div>
                <DeclineButton assignment={assignment} />
              </div>
            )}
          </>
        )}
        {documents}
      </Sheet>
    </Section>
  );
};
