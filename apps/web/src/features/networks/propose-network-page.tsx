import { useNavigate } from '@tanstack/react-router';
import type { Goal } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useWatch, type FieldValues } from 'react-hook-form';
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
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { api as contract, joinPolicy, networkKind } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { goals } from '../../lib/choices.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { networksQuery } from './networks.queries.ts';
import { useFormat } from '../../lib/format.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';

interface ListControlProps<V extends FieldValues> {
  readonly of: ContractForm<V & { goals: Goal[]; topics?: string[] | undefined }>;
}

/** To what the network brings its gminas closer: one goal at least. */
const GoalsControl = <V extends FieldValues>({ of }: ListControlProps<V>) => {
  const { t } = useTranslation('life');
  const form = of as unknown as ContractForm<{ goals: Goal[] }>;
  const { value, onChange, label, error, ref } = useField({ of: form, name: 'goals' });
  const chosen: readonly Goal[] = value;
  const id = useId();
  return (
    <fieldset aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`} className="flex flex-col gap-1">
      <legend className="pb-1 font-semibold">{label}</legend>
      <p id={`${id}-hint`} className="text-small text-soft">
        {t('goalsHint')}
      </p>
      <div ref={ref} tabIndex={-1}>
        {goals.map((goal) => (
          <Checkbox
            key={goal}
            isSelected={chosen.includes(goal)}
            onChange={(isChosen) => onChange(goals.filter((one) => (one === goal ? isChosen : chosen.includes(one))))}
          >
            {t(`goal.${goal}`)}
            <span className="block text-small text-soft">{t(`goalHint.${goal}`)}</span>
          </Checkbox>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className="text-small font-semibold text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
};

/** Topics as people type them: divided by commas. */
const TopicsControl = <V extends FieldValues>({ of }: ListControlProps<V>) => {
  const { t } = useTranslation('life');
  const form = of as unknown as ContractForm<{ topics: string[] }>;
  const { value, onChange, ...field } = useField({ of: form, name: 'topics' });
  const [text, setText] = useState(() => [...value].join(', '));
  return (
    <TextField
      {...field}
      hint={t('topicsHint')}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(
          typed
            .split(',')
            .map((topic) => topic.trim())
            .filter((topic) => topic !== ''),
        );
      }}
    />
  );
};

/** A gmina or the secretariat proposes a network; mandate and lead follow when it is activated. */
export const ProposeNetworkPage = () => {
  const { t } = useTranslation(['networks', 'life', 'common']);
  const navigate = useNavigate();
  const format = useFormat();
  const localized = useLocalized();
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
      ],
    },
    send: (body, outcome) => propose.mutate({ body }, outcome),
  });
  const end = useField({ of: form, name: 'endsOn' });
  const kind = useWatch({ control: form.form.control, name: 'kind' });
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
        <TopicsControl of={form} />
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
