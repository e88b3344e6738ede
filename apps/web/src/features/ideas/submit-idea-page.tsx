import type { IdeaView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useAsBegun } from '../../lib/as-begun.ts';
import { api } from '../../lib/api.ts';
import {
  AreaControl,
  FormBody,
  RadioControl,
  TextControl,
  useContractForm,
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { api as contract, daysToAnswerIdea, ideaAudience } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { GoalsControl, TopicsControl } from '../../lib/description-controls.tsx';
import { useFormat } from '../../lib/format.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import { ideaQuery } from './ideas.queries.ts';

const route = getRouteApi('/app/pomysly/$ideaId/zmiana');

const fields = ['title', 'body', 'benefit', 'goals', 'topics'] as const;

type Fields = z.input<typeof contract.changeIdea.body> & FieldValues;

const useLabels = () => {
  const { t } = useTranslation(['ideas', 'life']);
  return {
    title: t('field.title'),
    body: t('field.body'),
    benefit: t('field.benefit'),
    goals: t('life:goals'),
    topics: t('life:topics'),
  };
};

/** What an idea is, whom it helps, and what it is about. */
const Description = ({ of }: { readonly of: ContractForm<Fields> }) => {
  const { t } = useTranslation('ideas');
  return (
    <>
      <TextControl of={of} name="title" hint={t('field.titleHint')} />
      <AreaControl of={of} name="body" hint={t('field.bodyHint')} maximum={4000} rows={5} />
      <AreaControl of={of} name="benefit" hint={t('field.benefitHint')} maximum={2000} rows={2} />
      <GoalsControl of={of} />
      <TopicsControl of={of} />
    </>
  );
};

/** Anyone of a gmina hands in an idea: two minutes, on a phone. */
export const SubmitIdeaPage = () => {
  const { t } = useTranslation(['ideas', 'life']);
  const navigate = useNavigate();
  const submit = useDeed(api.submitIdea, ({ id }) => {
    toast({ message: t('submit.done') });
    void navigate({ to: '/app/pomysly/$ideaId', params: { ideaId: id } });
  });
  const form = useContractForm(contract.submitIdea.body, {
    defaults: { title: '', body: '', benefit: '', goals: [], topics: [], audience: 'MEMBERS' },
    labels: { ...useLabels(), audience: t('field.audience') },
    draft: { name: 'idea', fields: [...fields, 'audience'] },
    send: (body, outcome) => submit.mutate({ body }, outcome),
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('submit.title')}
        lead={t('submit.lead', { count: daysToAnswerIdea })}
        above={
          <Breadcrumbs>
            <Link to="/app/pomysly" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      <FormBody of={form} action={t('submit.send')} deed={submit}>
        <Description of={form as never} />
        <RadioControl
          of={form}
          name="audience"
          options={ideaAudience.options.map((value) => ({
            value,
            label: t(`audience.${value}`),
            hint: t(`audienceHint.${value}`),
          }))}
        />
      </FormBody>
    </div>
  );
};

/** The words of an idea, on the version that was read. */
const ChangeForm = ({ idea }: { readonly idea: IdeaView }) => {
  const { t } = useTranslation('ideas');
  const navigate = useNavigate();
  const { id, version, title, body: text, benefit, goals, topics } = idea;
  const change = useDeed(api.changeIdea, () => {
    toast({ message: t('change.done') });
    void navigate({ to: '/app/pomysly/$ideaId', params: { ideaId: id } });
  });
  const form = useContractForm(contract.changeIdea.body, {
    defaults: { title, body: text, benefit, goals, topics, version },
    labels: useLabels(),
    // Words that were written on another version are not laid over this one.
    draft: { name: `idea.${id}.${version}`, fields },
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  return (
    <FormBody of={form} action={t('change.send')} deed={change}>
      <Description of={form} />
    </FormBody>
  );
};

/** Whoever has handed in an idea words it anew while it waits for its answer. */
export const ChangeIdeaPage = () => {
  const { t } = useTranslation('ideas');
  const format = useFormat();
  const { ideaId } = route.useParams();
  const { data: idea } = useSuspenseQuery(ideaQuery(ideaId));
  const seen = useAsBegun(idea);
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('change.title', { title: seen.title })}
        lead={t('change.lead', { day: format.day(seen.dueOn) })}
        above={
          <Breadcrumbs>
            <Link to="/app/pomysly" look="soft">
              {t('title')}
            </Link>
            <Link to="/app/pomysly/$ideaId" params={{ ideaId }} look="soft">
              {seen.title}
            </Link>
          </Breadcrumbs>
        }
      />
      <ChangeForm idea={seen} />
    </div>
  );
};
