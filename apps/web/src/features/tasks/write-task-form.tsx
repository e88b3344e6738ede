import { api as contract, priority } from '../../lib/contract.ts';
import { useNavigate } from '@tanstack/react-router';
import { Controller, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api, isProblem } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { contractResolver, placeIssues } from '../../lib/form.ts';
import { useFormat } from '../../lib/format.ts';
import { useIssueWords } from '../../lib/problem-words.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { ChooseGminas } from './choose-gminas.tsx';

const schema = contract.createTask.body;
const fields = ['networkId', 'title', 'body', 'dueOn', 'organizationIds'] as const;

interface Named {
  readonly id: string;
  readonly name: string;
}

interface WriteTaskFormProps {
  readonly networks: readonly Named[];
  readonly networkId: string | null;
  readonly onNetwork: (id: string | null) => void;
  /** The active members of the chosen network. */
  readonly members: readonly Named[];
}

/** Asks the gminas of a network for something: what, by when, of whom. */
export const WriteTaskForm = ({ networks, networkId, onNetwork, members }: WriteTaskFormProps) => {
  const { t } = useTranslation(['tasks', 'common']);
  const navigate = useNavigate();
  const format = useFormat();
  const say = useIssueWords();
  const form = useForm({
    resolver: contractResolver(schema, say),
    defaultValues: {
      networkId: networkId ?? '',
      title: '',
      body: '',
      dueOn: '',
      priority: 'NORMAL',
      organizationIds: [],
    },
    shouldFocusError: false,
  });
  const { errors, submitCount } = form.formState;
  const create = useDeed(api.createTask, ({ id, progress }) => {
    toast({ message: t('write.done', { count: progress.total }) });
    void navigate({ to: '/app/zadania/$taskId', params: { taskId: id } });
  });
  const send = form.handleSubmit((body) =>
    create.mutate({ body }, { onError: (error) => void placeIssues(error, form.setError, say) }),
  );
  const listed = fields.flatMap((field) => {
    const message = errors[field]?.message;
    return message ? [{ field, message: `${t(`write.${field}`)}: ${message}` }] : [];
  });
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-7">
      <ErrorSummary
        errors={listed}
        attempt={submitCount}
        onGo={(field) => form.setFocus(field as (typeof fields)[number])}
      />
      <Controller
        control={form.control}
        name="networkId"
        render={({ field }) => (
          <Select
            ref={field.ref}
            label={t('write.networkId')}
            hint={t('write.networkHint')}
            options={[
              { value: '', label: t('write.chooseNetwork') },
              ...networks.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={field.value}
            onChange={(id) => {
              field.onChange(id);
              form.setValue('organizationIds', []);
              onNetwork(id || null);
            }}
            error={errors.networkId?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="title"
        render={({ field }) => (
          <TextField {...field} label={t('write.title')} hint={t('write.titleHint')} error={errors.title?.message} />
        )}
      />
      <Controller
        control={form.control}
        name="body"
        render={({ field }) => (
          <TextArea
            {...field}
            label={t('write.body')}
            hint={t('write.bodyHint')}
            maximum={10_000}
            rows={6}
            error={errors.body?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="dueOn"
        render={({ field }) => (
          <DateField
            ref={field.ref}
            label={t('write.dueOn')}
            hint={t('write.dueHint')}
            value={field.value}
            onChange={field.onChange}
            earliest={format.today}
            error={errors.dueOn?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="priority"
        render={({ field }) => (
          <RadioGroup
            label={t('priority')}
            value={field.value ?? 'NORMAL'}
            onChange={field.onChange}
            options={priority.options.map((value) => ({ value, label: t(`common:priority.${value}`) }))}
          />
        )}
      />
      <Controller
        control={form.control}
        name="organizationIds"
        render={({ field }) => (
          <ChooseGminas
            ref={field.ref}
            gminas={members}
            isNetworkChosen={networkId !== null}
            value={field.value}
            onChange={field.onChange}
            error={errors.organizationIds?.message}
          />
        )}
      />
      {!isProblem(create.error, 'invalid') && <DeedFailure error={create.error} />}
      <div>
        <Button type="submit" kind="primary" isPending={create.isPending}>
          {t('write.send')}
        </Button>
      </div>
    </form>
  );
};
