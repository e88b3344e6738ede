import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { AreaControl, FormBody, RadioControl, TextControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract, daysToAnswerIdea, ideaAudience } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { GoalsControl, TopicsControl } from '../../lib/description-controls.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';

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
    labels: {
      title: t('field.title'),
      body: t('field.body'),
      benefit: t('field.benefit'),
      goals: t('life:goals'),
      topics: t('life:topics'),
      audience: t('field.audience'),
    },
    draft: { name: 'idea', fields: ['title', 'body', 'benefit', 'goals', 'topics', 'audience'] },
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
        <TextControl of={form} name="title" hint={t('field.titleHint')} />
        <AreaControl of={form} name="body" hint={t('field.bodyHint')} maximum={4000} rows={5} />
        <AreaControl of={form} name="benefit" hint={t('field.benefitHint')} maximum={2000} rows={2} />
        <GoalsControl of={form} />
        <TopicsControl of={form} />
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
