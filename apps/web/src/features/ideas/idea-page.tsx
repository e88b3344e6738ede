import type { IdeaView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText, Topics } from '../../lib/localized-text.tsx';
import { usePersonName } from '../../lib/person-name.ts';
import { useSession } from '../../lib/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Rows, Section } from '../../ui/section.tsx';
import { Day, Moment } from '../../ui/time.tsx';
import { toast } from '../../ui/toast.ts';
import { ideaQuery } from './ideas.queries.ts';
import { StateSign } from './state.tsx';

const WithdrawDialog = lazy(async () => ({ default: (await import('./withdraw-dialog.tsx')).WithdrawDialog }));

const route = getRouteApi('/app/pomysly/$ideaId');

interface IdeaProps {
  readonly idea: IdeaView;
}

/** What the viewer may do with it. */
const Deeds = ({ idea }: IdeaProps) => {
  const { t } = useTranslation('ideas');
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { id, following, abilities } = idea;
  const support = useDeed(api.supportIdea, (_, { body }) =>
    toast({ message: t(body.supported ? 'support.done' : 'support.takenBack') }),
  );
  const follow = useDeed(api.followIdea, (view) =>
    toast({ message: t(view.following ? 'follow.begun' : 'follow.ended') }),
  );
  return (
    <>
      {abilities.answer && (
        <ButtonLink to="/app/pomysly/$ideaId/odpowiedz" params={{ ideaId: id }} kind="primary">
          {t('answer.action')}
        </ButtonLink>
      )}
      {abilities.support && (
        <Button
          kind="primary"
          isPending={support.isPending}
          onPress={() => support.mutate({ params: { id }, body: { supported: true } })}
        >
          {t('support.action')}
        </Button>
      )}
      {abilities.takeSupportBack && (
        <Button
          isPending={support.isPending}
          onPress={() => support.mutate({ params: { id }, body: { supported: false } })}
        >
          {t('support.takeBack')}
        </Button>
      )}
      <Button
        isPending={follow.isPending}
        onPress={() => follow.mutate({ params: { id }, body: { following: !following } })}
      >
        {t(following ? 'follow.end' : 'follow.begin')}
      </Button>
      {abilities.change && (
        <ButtonLink to="/app/pomysly/$ideaId/zmiana" params={{ ideaId: id }}>
          {t('change.action')}
        </ButtonLink>
      )}
      {abilities.withdraw && (
        <Button kind="quiet" onPress={() => setWithdrawing(true)}>
          {t('withdraw.action')}
        </Button>
      )}
      <DeedFailure error={support.error ?? follow.error} />
      <Suspense>{isWithdrawing && <WithdrawDialog idea={idea} onClose={() => setWithdrawing(false)} />}</Suspense>
    </>
  );
};

/** Where the idea goes on; nothing where it does not. */
const GoesOn = ({ idea: { state, initiative, task, mergedInto } }: IdeaProps) => {
  const { t } = useTranslation('ideas');
  if (initiative) {
    return (
      <p>
        {t('goesOn.initiative')}{' '}
        <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: initiative.id }}>
          <LocalizedText of={initiative.title} />
        </Link>
      </p>
    );
  }
  if (state === 'TASK') {
    return task ? (
      <p>
        {t('goesOn.task')}{' '}
        <Link to="/app/zadania/$taskId" params={{ taskId: task.id }}>
          {task.title}
        </Link>
      </p>
    ) : (
      <p>{t('goesOn.taskUnseen')}</p>
    );
  }
  return (
    mergedInto && (
      <p>
        {t('goesOn.merged')}{' '}
        <Link to="/app/pomysly/$ideaId" params={{ ideaId: mergedInto.id }}>
          {mergedInto.title}
        </Link>{' '}
        ({mergedInto.organization.name})
      </p>
    )
  );
};

/** What was answered and why: the newest as what counts, the earlier ones below it. */
const Answers = ({ idea }: IdeaProps) => {
  const { t } = useTranslation('ideas');
  const format = useFormat();
  const named = usePersonName();
  if (idea.answers.length === 0) return null;
  return (
    <Section title={t('answers.title')}>
      <Rows>
        {idea.answers.map(({ kind, reason, revisitOn, by, answeredAt }, position) => (
          <li key={answeredAt} className="flex flex-col gap-1.5 py-4">
            <p className="font-semibold">
              {revisitOn === null ? t(`answers.${kind}`) : t('answers.LATER', { day: format.day(revisitOn) })}
            </p>
            <p className="max-w-prose whitespace-pre-line">{reason}</p>
            {position === 0 && <GoesOn idea={idea} />}
            <p className="text-small text-soft">
              {named(by.name)} · <Moment at={answeredAt} />
            </p>
          </li>
        ))}
      </Rows>
    </Section>
  );
};

/** What waits says until when, and what that means to the one who looks. */
const Waiting = ({ idea: { late, dueOn, abilities } }: IdeaProps) => {
  const { t } = useTranslation('ideas');
  const format = useFormat();
  const whose = abilities.answer ? 'Ours' : 'Theirs';
  return late ? (
    <Notice kind="bad" title={t('wait.late', { day: format.day(dueOn) })}>
      <p>{t(`wait.late${whose}`)}</p>
    </Notice>
  ) : (
    <Notice kind="calm" title={t('wait.due', { day: format.day(dueOn) })}>
      <p>{t(`wait.due${whose}`)}</p>
    </Notice>
  );
};

/** One idea: what it is, what was answered and why, who wants it too, where it came from and went. */
export const IdeaPage = () => {
  const { t } = useTranslation(['ideas', 'life']);
  const named = usePersonName();
  const { ideaId } = route.useParams();
  const { person } = useSession();
  const { data: idea } = useSuspenseQuery(ideaQuery(ideaId));
  const { title, body, benefit, state, audience, organization, author, goals, topics, submittedAt } = idea;
  return (
    <div key={ideaId} className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={title}
          above={
            <Breadcrumbs>
              <Link to="/app/pomysly" look="soft">
                {t('title')}
              </Link>
            </Breadcrumbs>
          }
          actions={<Deeds idea={idea} />}
        />
        <div>
          <StateSign idea={idea} />
        </div>
        {state === 'SUBMITTED' && <Waiting idea={idea} />}
        {idea.revisitOn !== null && (
          <p>
            {t('revisitLabel')} <Day day={idea.revisitOn} />
          </p>
        )}
        <Facts>
          <Fact name={t('author')}>
            {[author.id === person.id ? t('you') : named(author.name, organization.name), organization.name].join(', ')}
          </Fact>
          <Fact name={t('submittedLabel')}>
            <Moment at={submittedAt} />
          </Fact>
          <Fact name={t('life:goals')}>{goals.map((goal) => t(`life:goal.${goal}`)).join(', ')}</Fact>
          {topics.length > 0 && (
            <Fact name={t('life:topics')}>
              <Topics of={topics} />
            </Fact>
          )}
          <Fact name={t('field.audience')}>{audience === 'MEMBERS' ? t('audience.MEMBERS') : t('kept')}</Fact>
        </Facts>
      </div>
      <Answers idea={idea} />
      <Section title={t('field.body')}>
        <p className="max-w-prose text-lead whitespace-pre-line">{body}</p>
      </Section>
      <Section title={t('field.benefit')}>
        <p className="max-w-prose whitespace-pre-line">{benefit}</p>
      </Section>
      {audience === 'MEMBERS' && (idea.supporters.length > 0 || ['SUBMITTED', 'LATER'].includes(state)) && (
        <Section title={t('supporters.title')}>
          {idea.supporters.length === 0 ? (
            <p className="text-soft">{t('supporters.none')}</p>
          ) : (
            <Rows>
              {idea.supporters.map((supporter) => (
                <li key={supporter.organization.id} className="flex flex-wrap justify-between gap-x-4 py-3">
                  <Link to="/app/gminy/$organizationId" params={{ organizationId: supporter.organization.id }}>
                    {supporter.organization.name}
                  </Link>
                  <span className="text-small text-soft">
                    <Moment at={supporter.supportedAt} end="wide" />
                  </span>
                </li>
              ))}
            </Rows>
          )}
        </Section>
      )}
      {idea.merged.length > 0 && (
        <Section title={t('merged.title')}>
          <Rows>
            {idea.merged.map((one) => (
              <li key={one.id} className="py-3">
                <Link to="/app/pomysly/$ideaId" params={{ ideaId: one.id }}>
                  {one.title}
                </Link>{' '}
                <span className="text-soft">({one.organization.name})</span>
              </li>
            ))}
          </Rows>
        </Section>
      )}
    </div>
  );
};
