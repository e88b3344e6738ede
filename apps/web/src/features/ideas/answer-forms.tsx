import type { IdeaView } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ChooseGminas } from '../../lib/choose-gminas.tsx';
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
import { api as contract, initiativeLevel, priority, reasonLength } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { GoalsControl, TopicsControl } from '../../lib/description-controls.tsx';
import { dayAfter, useFormat } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { toast } from '../../ui/toast.ts';
import { ideasQuery } from './ideas.queries.ts';

interface AnswerProps {
  readonly idea: IdeaView;
}

/** What follows each answer: it is told, and the idea's page shows it. */
const useAnswered = (): ((view: IdeaView) => void) => {
  const { t } = useTranslation('ideas');
  const navigate = useNavigate();
  return ({ id }) => {
    toast({ message: t('answer.done') });
    void navigate({ to: '/app/pomysly/$ideaId', params: { ideaId: id } });
  };
};

export const DeclineForm = ({ idea: { id, version } }: AnswerProps) => {
  const { t } = useTranslation('ideas');
  const decline = useDeed(api.declineIdea, useAnswered());
  const form = useContractForm(contract.declineIdea.body, {
    defaults: { reason: '', version },
    labels: { reason: t('answer.reason') },
    draft: { name: `idea.${id}.decline`, fields: ['reason'] },
    send: (body, outcome) => decline.mutate({ params: { id }, body }, outcome),
  });
  return (
    <FormBody of={form} action={t('answer.send')} deed={decline}>
      <AreaControl of={form} name="reason" hint={t('answer.declineHint')} maximum={reasonLength.maximum} />
    </FormBody>
  );
};

export const LaterForm = ({ idea: { id, version } }: AnswerProps) => {
  const { t } = useTranslation('ideas');
  const format = useFormat();
  const putOff = useDeed(api.putIdeaOff, useAnswered());
  const form = useContractForm(contract.putIdeaOff.body, {
    defaults: { revisitOn: '', reason: '', version },
    labels: { revisitOn: t('answer.revisitOn'), reason: t('answer.reason') },
    draft: { name: `idea.${id}.later`, fields: ['revisitOn', 'reason'] },
    send: (body, outcome) => putOff.mutate({ params: { id }, body }, outcome),
  });
  return (
    <FormBody of={form} action={t('answer.send')} deed={putOff}>
      <DateControl of={form} name="revisitOn" hint={t('answer.revisitHint')} earliest={dayAfter(format.today, 1)} />
      <AreaControl of={form} name="reason" hint={t('answer.laterHint')} maximum={reasonLength.maximum} />
    </FormBody>
  );
};

export const MergeForm = ({ idea: { id, version } }: AnswerProps) => {
  const { t } = useTranslation('ideas');
  const [search, setSearch] = useState('');
  const { data } = useInfiniteQuery(ideasQuery({ mergeable: id, ...(search && { search }) }));
  const merge = useDeed(api.mergeIdea, useAnswered());
  const form = useContractForm(contract.mergeIdea.body, {
    defaults: { intoId: '', reason: '', version },
    labels: { intoId: t('answer.into'), reason: t('answer.reason') },
    draft: { name: `idea.${id}.merge`, fields: ['reason'] },
    send: (body, outcome) => merge.mutate({ params: { id }, body }, outcome),
  });
  const offered = data?.pages[0]?.items ?? [];
  return (
    <FormBody of={form} action={t('answer.send')} deed={merge}>
      <div className="flex">
        <SearchBox label={t('answer.intoSearch')} value={search} onSearch={setSearch} />
      </div>
      <SelectControl
        of={form}
        name="intoId"
        hint={offered.length === 0 ? t('answer.intoNone') : t('answer.intoHint')}
        nothing={t('answer.choose')}
        options={offered.map(({ id: value, title, organization }) => ({
          value,
          label: [title, organization.name].join(', '),
        }))}
      />
      <AreaControl of={form} name="reason" hint={t('answer.mergeHint')} maximum={reasonLength.maximum} />
    </FormBody>
  );
};

const described = [
  'titlePl',
  'titleEn',
  'summaryPl',
  'summaryEn',
  'benefit',
  'goals',
  'topics',
  'startsOn',
  'endsOn',
  'level',
] as const;

/** The ordinary form of a new initiative, filled in by the idea. */
export const InitiativeForm = ({ idea }: AnswerProps) => {
  const { t } = useTranslation(['ideas', 'initiatives', 'life']);
  const { id, version } = idea;
  const make = useDeed(api.makeInitiativeOfIdea, useAnswered());
  const form = useContractForm(contract.makeInitiativeOfIdea.body, {
    defaults: {
      titlePl: idea.title,
      summaryPl: idea.body.slice(0, 2000),
      benefit: idea.benefit,
      level: 'LOCAL',
      goals: idea.goals,
      topics: idea.topics,
      proposer: 'GMINA',
      reason: '',
      version,
    },
    labels: {
      reason: t('answer.reason'),
      proposer: t('answer.proposer'),
      titlePl: t('initiatives:field.titlePl'),
      summaryPl: t('initiatives:field.summaryPl'),
      benefit: t('life:benefit'),
      level: t('initiatives:levelLabel'),
      goals: t('life:goals'),
      topics: t('life:topics'),
      startsOn: t('initiatives:field.startsOn'),
      endsOn: t('initiatives:field.endsOn'),
      titleEn: t('initiatives:field.titleEn'),
      summaryEn: t('initiatives:field.summaryEn'),
    },
    draft: { name: `idea.${id}.initiative`, fields: [...described, 'proposer', 'reason'] },
    send: (body, outcome) => make.mutate({ params: { id }, body }, outcome),
  });
  return (
    <FormBody of={form} action={t('answer.makeInitiative')} deed={make}>
      {idea.audience === 'GMINA' && (
        <Notice kind="care" title={t('answer.opens.title')}>
          <p>{t('answer.opens.next')}</p>
        </Notice>
      )}
      <AreaControl of={form} name="reason" hint={t('answer.acceptHint')} maximum={reasonLength.maximum} />
      <RadioControl
        of={form}
        name="proposer"
        options={[
          { value: 'GMINA', label: idea.organization.name, hint: t('answer.proposerGmina') },
          { value: 'SECRETARIAT', label: t('answer.secretariat'), hint: t('answer.proposerSecretariat') },
        ]}
      />
      <TextControl of={form} name="titlePl" lang="pl" />
      <AreaControl of={form} name="summaryPl" hint={t('initiatives:field.summaryHint')} maximum={2000} />
      <AreaControl of={form} name="benefit" hint={t('life:benefitHint')} maximum={2000} />
      <RadioControl
        of={form}
        name="level"
        options={initiativeLevel.options.map((value) => ({
          value,
          label: t(`initiatives:level.${value}`),
          hint: t(`initiatives:levelHint.${value}`),
        }))}
      />
      <GoalsControl of={form} />
      <TopicsControl of={form} />
      <DateControl of={form} name="startsOn" hint={t('initiatives:field.daysHint')} />
      <DateControl of={form} name="endsOn" />
      <TextControl of={form} name="titleEn" lang="en" hint={t('initiatives:field.enHint')} />
      <AreaControl of={form} name="summaryEn" maximum={2000} />
    </FormBody>
  );
};

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface TaskFormProps extends AnswerProps {
  /** The active ones. */
  readonly networks: readonly Named[];
  readonly networkId: string | null;
  readonly onNetwork: (id: string | null) => void;
  /** The active members of the chosen network. */
  readonly members: readonly Named[];
}

/** A task of a network, filled in by the idea. Its questions can be designed on the task's own page. */
export const TaskForm = ({ idea, networks, networkId, onNetwork, members }: TaskFormProps) => {
  const { t } = useTranslation(['ideas', 'tasks', 'forms', 'common']);
  const format = useFormat();
  const { id, version } = idea;
  const make = useDeed(api.makeTaskOfIdea, useAnswered());
  const form = useContractForm(contract.makeTaskOfIdea.body, {
    defaults: {
      networkId: networkId ?? '',
      title: idea.title,
      body: idea.body,
      dueOn: '',
      priority: 'NORMAL',
      audience: 'NETWORK',
      organizationIds: [],
      reason: '',
      version,
    },
    labels: {
      reason: t('answer.reason'),
      networkId: t('tasks:write.networkId'),
      title: t('tasks:write.title'),
      body: t('tasks:write.body'),
      dueOn: t('tasks:write.dueOn'),
      priority: t('tasks:priority'),
      audience: t('forms:audience.label'),
      organizationIds: t('tasks:write.organizationIds'),
    },
    // The network stands in the page's address, and its members with it.
    draft: { name: `idea.${id}.task`, fields: ['title', 'body', 'dueOn', 'priority', 'audience', 'reason'] },
    send: ({ organizationIds, ...body }, outcome) =>
      make.mutate(
        { params: { id }, body: { ...body, organizationIds: body.audience === 'CHOSEN' ? organizationIds : [] } },
        outcome,
      ),
  });
  const gminas = useField({ of: form, name: 'organizationIds' });
  const { value: audience } = useField({ of: form, name: 'audience' });
  return (
    <FormBody of={form} action={t('answer.makeTask')} deed={make}>
      <AreaControl of={form} name="reason" hint={t('answer.acceptHint')} maximum={reasonLength.maximum} />
      <SelectControl
        of={form}
        name="networkId"
        hint={t('tasks:write.networkHint')}
        nothing={t('tasks:write.chooseNetwork')}
        options={networks.map(({ id: value, name }) => ({ value, label: name }))}
        onChosen={(chosen) => {
          gminas.onChange([]);
          onNetwork(chosen || null);
        }}
      />
      <TextControl of={form} name="title" hint={t('tasks:write.titleHint')} />
      <AreaControl of={form} name="body" hint={t('tasks:write.bodyHint')} maximum={10_000} rows={6} />
      <DateControl of={form} name="dueOn" hint={t('tasks:write.dueHint')} earliest={format.today} />
      <RadioControl
        of={form}
        name="priority"
        options={priority.options.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
      />
      <RadioControl
        of={form}
        name="audience"
        options={(['NETWORK', 'CHOSEN'] as const).map((value) => ({ value, label: t(`forms:audience.${value}`) }))}
      />
      {audience === 'CHOSEN' && (
        <ChooseGminas
          {...gminas}
          error={gminas.error && gminas.value.length === 0 ? t('tasks:write.gminasMissing') : gminas.error}
          hint={
            networkId === null
              ? t('tasks:write.networkFirst')
              : t('tasks:write.chosen', { count: gminas.value.length, total: members.length })
          }
          everybody={t('tasks:write.everybody')}
          gminas={members}
        />
      )}
    </FormBody>
  );
};
