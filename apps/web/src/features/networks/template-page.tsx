import type { Goal, JoinPolicy, NetworkKind, NetworkTemplate, TemplateDraft } from '@blizej/contracts';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import {
  AreaControl,
  FormBody,
  RadioControl,
  TextControl,
  useContractForm,
  useField,
} from '../../lib/contract-form.tsx';
import { api as contract, joinPolicy, networkKind } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { GoalsControl, TopicsControl } from '../../lib/description-controls.tsx';
import { useMeanwhile } from '../../lib/meanwhile.ts';
import { StandardTasksControl, type DesignQuestions, type WrittenTask } from './standard-tasks-control.tsx';

const fields = ['name', 'kind', 'purposePl', 'purposeEn', 'benefit', 'joinPolicy', 'goals', 'topics', 'tasks'] as const;

const writtenOf = (from: TemplateDraft | undefined) => ({
  name: from?.name ?? '',
  kind: from?.kind ?? ('PERMANENT' as const),
  purposePl: from?.purpose.pl ?? '',
  purposeEn: from?.purpose.en ?? undefined,
  benefit: from?.benefit ?? '',
  joinPolicy: from?.joinPolicy ?? ('APPROVAL' as const),
  goals: from?.goals ?? [],
  topics: from?.topics ?? [],
  tasks: (from?.tasks ?? []) as WrittenTask[],
});

interface TemplatePageProps {
  /** The template that is changed; absent for a new one. */
  readonly template?: NetworkTemplate;
  /** What a new one begins with, where it is made of a network. */
  readonly draft?: { readonly of: string; readonly from: TemplateDraft };
  readonly questions: DesignQuestions;
}

/** A template is written: what networks of a kind are for, and what every one of them asks. */
export const TemplatePage = ({ template: current, draft, questions }: TemplatePageProps) => {
  const { t } = useTranslation(['templates', 'networks', 'life', 'common']);
  const { begun: template, meanwhile } = useMeanwhile(current, writtenOf, {
    kind: (kind: NetworkKind) => t(`common:networkKind.${kind}`),
    joinPolicy: (policy: JoinPolicy) => t(`networks:joinPolicy.${policy}`),
    goals: (goals: readonly Goal[]) => goals.map((goal) => t(`life:goal.${goal}`)).join(', '),
    tasks: (tasks: readonly WrittenTask[]) => tasks.map(({ title }) => title).join('\n'),
  });
  const navigate = useNavigate();
  const saved = (): void => {
    toast({ message: t('saved') });
    void navigate({ to: '/app/sieci/wzory' });
  };
  const add = useDeed(api.addTemplate, saved);
  const change = useDeed(api.changeTemplate, saved);
  const form = useContractForm(contract.addTemplate.body, {
    defaults: writtenOf(template ?? draft?.from),
    labels: {
      name: t('name'),
      kind: t('networks:kind'),
      purposePl: t('networks:propose.purposePl'),
      benefit: t('life:benefit'),
      goals: t('life:goals'),
      topics: t('life:topics'),
      purposeEn: t('networks:propose.purposeEn'),
      joinPolicy: t('networks:joining'),
      tasks: t('tasks'),
    },
    // Words that were written on another version are not laid over this one.
    draft: {
      name: template ? `template.${template.id}.${template.version}` : `template.${draft?.of ?? 'new'}`,
      fields,
    },
    meanwhile,
    send: (body, outcome) =>
      template
        ? change.mutate({ params: { id: template.id }, body: { ...body, version: template.version } }, outcome)
        : add.mutate({ body }, outcome),
  });
  const { value, onChange, error, ref } = useField({ of: form, name: 'tasks' });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={template ? t('changeTitle', { name: template.name }) : t('addTitle')}
        lead={t('formLead')}
        above={
          <Breadcrumbs>
            <Link to="/app/sieci" look="soft">
              {t('networks:title')}
            </Link>
            <Link to="/app/sieci/wzory" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      <FormBody of={form} action={t('save')} deed={template ? change : add}>
        <TextControl of={form} name="name" hint={t('nameHint')} />
        <RadioControl
          of={form}
          name="kind"
          options={networkKind.options.map((kind) => ({
            value: kind,
            label: t(`common:networkKind.${kind}`),
            hint: t(`networks:propose.kindHint.${kind}`),
          }))}
        />
        <AreaControl of={form} name="purposePl" hint={t('networks:propose.purposeHint')} maximum={2000} />
        <AreaControl of={form} name="benefit" hint={t('life:benefitHint')} maximum={2000} />
        <GoalsControl of={form} />
        <TopicsControl of={form} />
        <AreaControl of={form} name="purposeEn" maximum={2000} />
        <RadioControl
          of={form}
          name="joinPolicy"
          options={joinPolicy.options.map((policy) => ({
            value: policy,
            label: t(`networks:joinPolicy.${policy}`),
            hint: t(`networks:join.policy.${policy}`),
          }))}
        />
        <Section title={t('tasks')}>
          <p className="text-soft">{t('tasksLead')}</p>
          <StandardTasksControl value={value || []} onChange={onChange} error={error} questions={questions} ref={ref} />
        </Section>
      </FormBody>
    </div>
  );
};
