import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ideaAnswers } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { DeclineForm, InitiativeForm, LaterForm, MergeForm, TaskForm, type TaskFormProps } from './answer-forms.tsx';
import { ideaQuery } from './ideas.queries.ts';

const route = getRouteApi('/app/pomysly/$ideaId/odpowiedz');

type Kind = (typeof ideaAnswers)[number];
const kinds: readonly Kind[] = ['inicjatywa', 'zadanie', 'polaczenie', 'pozniej', 'odmowa'];

/** The secretariat answers an idea: in which way, and why. */
export const AnswerPage = (networks: Omit<TaskFormProps, 'idea'>) => {
  const { t } = useTranslation('ideas');
  const format = useFormat();
  const navigate = useNavigate({ from: '/app/pomysly/$ideaId/odpowiedz' });
  const { ideaId } = route.useParams();
  const { jako = 'inicjatywa' } = route.useSearch();
  const { data: idea } = useSuspenseQuery(ideaQuery(ideaId));
  return (
    <div className="flex max-w-3xl flex-col gap-8">
      <PageHeader
        title={t('answer.title')}
        lead={t('answer.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/pomysly" look="soft">
              {t('title')}
            </Link>
            <Link to="/app/pomysly/$ideaId" params={{ ideaId }} look="soft">
              {idea.title}
            </Link>
          </Breadcrumbs>
        }
      />
      {idea.abilities.answer ? (
        <>
          <div className="flex flex-col gap-2 border-s-4 border-sea ps-4">
            <p className="font-semibold">{idea.title}</p>
            <p className="max-w-prose whitespace-pre-line">{idea.body}</p>
            <p className="text-small text-soft">
              {[
                idea.organization.name,
                t(idea.state === 'SUBMITTED' ? 'answerBy' : 'revisit', {
                  day: format.shortDay(idea.revisitOn ?? idea.dueOn),
                }),
                t('supports', { count: idea.supports }),
              ].join(' · ')}
            </p>
          </div>
          <RadioGroup<Kind>
            label={t('answer.kind')}
            value={jako}
            onChange={(kind) => void navigate({ search: (now) => ({ ...now, jako: kind }), replace: true })}
            options={kinds.map((value) => ({
              value,
              label: t(`answer.as.${value}`),
              hint: t(`answer.asHint.${value}`),
            }))}
          />
          <div key={idea.version} className="border-t border-line pt-8">
            {jako === 'inicjatywa' && <InitiativeForm idea={idea} />}
            {jako === 'zadanie' && <TaskForm idea={idea} {...networks} />}
            {jako === 'polaczenie' && <MergeForm idea={idea} />}
            {jako === 'pozniej' && <LaterForm idea={idea} />}
            {jako === 'odmowa' && <DeclineForm idea={idea} />}
          </div>
        </>
      ) : (
        <Notice kind="calm" title={t('answer.closed.title')}>
          <p>
            {t('answer.closed.next')}{' '}
            <Link to="/app/pomysly/$ideaId" params={{ ideaId }}>
              {t('answer.closed.open')}
            </Link>
          </p>
        </Notice>
      )}
    </div>
  );
};
