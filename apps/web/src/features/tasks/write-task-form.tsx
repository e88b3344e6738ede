import type { FormField, StandardTask } from '@blizej/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
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
import { api as contract, priority } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { dayAfter, useFormat } from '../../lib/format.ts';
import { toast } from '../../ui/toast.ts';
import { Section } from '../../ui/section.tsx';
import { ChooseGminas } from '../../lib/choose-gminas.tsx';
import { FormDesigner } from './form-designer.tsx';
import { reachQuery } from './tasks.queries.ts';

const audiences = ['CHOSEN', 'NETWORK', 'ASSOCIATION'] as const;
const audiencesOfInitiative = ['INITIATIVE', 'CHOSEN'] as const;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface WriteTaskFormProps {
  readonly networks: readonly Named[];
  readonly networkId: string | null;
  readonly onNetwork: (id: string | null) => void;
  /** The active members of the chosen network; the gminas of the initiative, where it is written for one. */
  readonly members: readonly Named[];
  /** For which initiative. */
  readonly initiative?: Named | undefined;
  /** With what the form begins, where a standard task of the network is written. */
  readonly standard?: StandardTask | undefined;
}

/** Asks the gminas of a network for something: what, by when, of whom. */
export const WriteTaskForm = ({
  networks,
  networkId,
  onNetwork,
  members,
  initiative,
  standard,
}: WriteTaskFormProps) => {
  const { t } = useTranslation(['tasks', 'forms', 'common']);
  const navigate = useNavigate();
  const format = useFormat();
  const create = useDeed(api.createTask, ({ id, progress }) => {
    toast({ message: t('write.done', { count: progress.total }) });
    void navigate({ to: '/app/zadania/$taskId', params: { taskId: id } });
  });
  const form = useContractForm(contract.createTask.body, {
    defaults: {
      networkId: networkId ?? '',
      title: standard?.title ?? '',
      body: standard?.body ?? '',
      dueOn: standard ? dayAfter(format.today, standard.dueDays) : '',
      priority: standard?.priority ?? 'NORMAL',
      audience: initiative ? 'INITIATIVE' : standard ? 'NETWORK' : 'CHOSEN',
      ...(initiative && { initiativeId: initiative.id }),
      organizationIds: [],
      ...(standard?.fields && { fields: standard.fields }),
    },
    labels: {
      networkId: t('write.networkId'),
      title: t('write.title'),
      body: t('write.body'),
      dueOn: t('write.dueOn'),
      priority: t('priority'),
      audience: t('forms:audience.label'),
      organizationIds: t('write.organizationIds'),
      fields: t('forms:title'),
    },
    // The network stands in the page's address, and its members with it.
    draft: {
      name: initiative ? `task.${initiative.id}` : standard ? `task.${networkId}.${standard.title}` : 'task',
      fields: ['title', 'body', 'dueOn', 'priority', 'audience', 'fields'],
    },
    // Those who were chosen before the audience was widened are asked with it.
    send: ({ organizationIds, ...body }, outcome) =>
      create.mutate(
        { body: { ...body, organizationIds: (body.audience ?? 'CHOSEN') === 'CHOSEN' ? organizationIds : [] } },
        outcome,
      ),
  });
  const gminas = useField({ of: form, name: 'organizationIds' });
  const questions = useField({ of: form, name: 'fields' });
  const { value: audience } = useField({ of: form, name: 'audience' });
  const reach = useQuery({ ...reachQuery(networkId ?? ''), enabled: networkId !== null });
  const asked =
    audience === 'NETWORK'
      ? reach.data?.network
      : audience === 'ASSOCIATION'
        ? reach.data?.association
        : audience === 'INITIATIVE'
          ? members.length
          : gminas.value.length;
  return (
    <FormBody of={form} action={t('write.send')} deed={create}>
      {initiative && <p className="font-semibold">{t('write.forInitiative', { initiative: initiative.name })}</p>}
      <SelectControl
        of={form}
        name="networkId"
        hint={t('write.networkHint')}
        nothing={t('write.chooseNetwork')}
        options={networks.map(({ id, name }) => ({ value: id, label: name }))}
        onChosen={(id) => {
          gminas.onChange([]);
          onNetwork(id || null);
        }}
      />
      <TextControl of={form} name="title" hint={t('write.titleHint')} />
      <AreaControl of={form} name="body" hint={t('write.bodyHint')} maximum={10_000} rows={6} />
      <DateControl of={form} name="dueOn" hint={t('write.dueHint')} earliest={format.today} />
      <RadioControl
        of={form}
        name="priority"
        options={priority.options.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
      />
      <Section title={t('forms:title')}>
        <p className="text-soft">{t('forms:lead')}</p>
        <FormDesigner
          {...questions}
          fields={(questions.value || []) as FormField[]}
          onChange={(fields) => questions.onChange(fields.length > 0 ? fields : undefined)}
        />
      </Section>
      <RadioControl
        of={form}
        name="audience"
        options={(initiative ? audiencesOfInitiative : audiences).map((value) => ({
          value,
          label: t(initiative && value === 'CHOSEN' ? 'forms:audience.chosenOfInitiative' : `forms:audience.${value}`),
          ...(value === 'ASSOCIATION' && { hint: t('forms:audience.associationHint') }),
        }))}
      />
      {audience === 'CHOSEN' && (
        <ChooseGminas
          {...gminas}
          error={gminas.error && gminas.value.length === 0 ? t('write.gminasMissing') : gminas.error}
          hint={
            networkId === null
              ? t('write.networkFirst')
              : t('write.chosen', { count: gminas.value.length, total: members.length })
          }
          everybody={t(initiative ? 'write.everybodyOfInitiative' : 'write.everybody')}
          gminas={members}
        />
      )}
      <p role="status" className="font-semibold">
        {networkId !== null && asked !== undefined && asked > 0 && t('forms:audience.willAsk', { count: asked })}
      </p>
    </FormBody>
  );
};
