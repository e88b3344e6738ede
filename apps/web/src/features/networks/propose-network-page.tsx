import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { NetworkTemplate } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import {
  AreaControl,
  DateControl,
  FormBody,
  RadioControl,
  SelectControl,
  TextControl,
  useContractForm,
  useField,
} from '../../lib/contract-form.tsx';
import { api as contract, joinPolicy, networkKind } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { GoalsControl, TopicsControl } from '../../lib/description-controls.tsx';
import { networksQuery } from './networks.queries.ts';
import { templatesQuery } from './templates.queries.ts';
import { useFormat } from '../../lib/format.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';

const route = getRouteApi('/app/sieci/nowa');

/** What a template fills in. */
const described = (template: NetworkTemplate) => ({
  kind: template.kind,
  purposePl: template.purpose.pl,
  purposeEn: template.purpose.en ?? '',
  benefit: template.benefit,
  joinPolicy: template.joinPolicy,
  goals: template.goals,
  topics: template.topics,
});

/** A gmina or the secretariat proposes a network; mandate and lead follow when it is activated. */
export const ProposeNetworkPage = () => {
  const { t } = useTranslation(['networks', 'life', 'templates', 'common']);
  const navigate = useNavigate();
  const format = useFormat();
  const localized = useLocalized();
  const { wzor } = route.useSearch();
  const { data: kept } = useInfiniteQuery(templatesQuery());
  const templates = kept?.pages.flatMap(({ items }) => items) ?? [];
  const { data: networks } = useInfiniteQuery(networksQuery({ state: 'ACTIVE' }));
  const wholes = networks?.pages.flatMap(({ items }) => items) ?? [];
  const propose = useDeed(api.proposeNetwork, ({ id }) => {
    toast({ message: t('propose.done') });
    void navigate({ to: '/app/sieci/$networkId', params: { networkId: id } });
  });
  const form = useContractForm(contract.proposeNetwork.body, {
    defaults: { kind: 'PERMANENT', joinPolicy: 'APPROVAL', goals: [], topics: [] },
    labels: {
      kind: t('kind'),
      endsOn: t('propose.endsOn'),
      namePl: t('propose.namePl'),
      purposePl: t('propose.purposePl'),
      nameEn: t('propose.nameEn'),
      purposeEn: t('propose.purposeEn'),
      joinPolicy: t('joining'),
      benefit: t('life:benefit'),
      goals: t('life:goals'),
      topics: t('life:topics'),
      parentId: t('life:parent'),
      templateId: t('templates:one'),
    },
    draft: {
      name: 'network',
      fields: [
        'kind',
        'endsOn',
        'namePl',
        'purposePl',
        'nameEn',
        'purposeEn',
        'joinPolicy',
        'benefit',
        'goals',
        'topics',
        'parentId',
        'templateId',
      ],
    },
    send: (body, outcome) => propose.mutate({ body }, outcome),
  });
  const end = useField({ of: form, name: 'endsOn' });
  const kind = useWatch({ control: form.form.control, name: 'kind' });
  const templateId = useField({ of: form, name: 'templateId' });
  const filled = useRef<NetworkTemplate>(undefined);
  const [fill, setFill] = useState(0);
  /** Fills in what nobody has written; words of one's own stay. */
  const use = (template: NetworkTemplate | undefined): void => {
    if (!template) return;
    const former = filled.current && described(filled.current);
    const given = described(template);
    const { setValue, getValues } = form.form;
    for (const field of ['purposePl', 'purposeEn', 'benefit'] as const) {
      const now = getValues(field) ?? '';
      if (now === '' || now === former?.[field]) setValue(field, given[field]);
    }
    setValue('kind', given.kind);
    if (given.kind === 'PERMANENT') setValue('endsOn', undefined);
    setValue('joinPolicy', given.joinPolicy);
    setValue('goals', given.goals);
    setValue('topics', given.topics);
    filled.current = template;
    setFill((count) => count + 1);
  };
  const linked = templates.find(({ id }) => id === wzor);
  useEffect(() => {
    if (!linked || filled.current) return;
    templateId.onChange(linked.id);
    use(linked);
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('propose.title')}
        lead={t('life:proposeLead')}
        above={
          <Breadcrumbs>
            <Link to="/app/sieci" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      <FormBody of={form} action={t('propose.send')} deed={propose}>
        {templates.length > 0 && (
          <SelectControl
            of={form}
            name="templateId"
            hint={t('templates:useHint')}
            nothing={t('templates:useNone')}
            options={templates.map(({ id, name }) => ({ value: id, label: name }))}
            onChosen={(chosen) => use(templates.find(({ id }) => id === chosen))}
          />
        )}
        <RadioControl
          of={form}
          name="kind"
          options={networkKind.options.map((value) => ({
            value,
            label: t(`common:networkKind.${value}`),
            hint: t(`propose.kindHint.${value}`),
          }))}
          onChosen={(chosen) => {
            if (chosen === 'PERMANENT') end.onChange('');
          }}
        />
        {kind === 'TEMPORARY' && <DateControl of={form} name="endsOn" earliest={format.today} />}
        <TextControl of={form} name="namePl" lang="pl" />
        <AreaControl of={form} name="purposePl" hint={t('propose.purposeHint')} maximum={2000} />
        <AreaControl of={form} name="benefit" hint={t('life:benefitHint')} maximum={2000} />
        <GoalsControl of={form} />
        <TopicsControl key={fill} of={form} />
        <SelectControl
          of={form}
          name="parentId"
          hint={t('life:parentHint')}
          nothing={t('life:parentNone')}
          options={wholes.map(({ id, name }) => ({ value: id, label: localized(name) }))}
        />
        <TextControl of={form} name="nameEn" lang="en" hint={t('propose.enHint')} />
        <AreaControl of={form} name="purposeEn" maximum={2000} />
        <RadioControl
          of={form}
          name="joinPolicy"
          options={joinPolicy.options.map((value) => ({
            value,
            label: t(`joinPolicy.${value}`),
            hint: t(`join.policy.${value}`),
          }))}
        />
      </FormBody>
    </div>
  );
};
