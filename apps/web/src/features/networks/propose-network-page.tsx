import { api as contract, joinPolicy, networkKind } from '../../lib/contract.ts';
import { useNavigate } from '@tanstack/react-router';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { contractResolver, placeIssues } from '../../lib/form.ts';
import { useFormat } from '../../lib/format.ts';
import { useIssueWords } from '../../lib/problem-words.ts';
import { isProblem } from '../../lib/api.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';

const schema = contract.proposeNetwork.body;
const fields = ['namePl', 'nameEn', 'purposePl', 'purposeEn', 'endsOn'] as const;

/** The secretariat proposes a network; mandate and lead follow when it is activated. */
export const ProposeNetworkPage = () => {
  const { t } = useTranslation(['networks', 'common']);
  const navigate = useNavigate();
  const format = useFormat();
  const say = useIssueWords();
  const form = useForm({
    resolver: contractResolver(schema, say),
    defaultValues: { kind: 'PERMANENT', joinPolicy: 'APPROVAL', namePl: '', purposePl: '' },
    shouldFocusError: false,
  });
  const { errors, submitCount } = form.formState;
  const propose = useDeed(api.proposeNetwork, ({ id }) => {
    toast({ message: t('propose.done') });
    void navigate({ to: '/app/sieci/$networkId', params: { networkId: id } });
  });
  const send = form.handleSubmit((body) =>
    propose.mutate({ body }, { onError: (error) => void placeIssues(error, form.setError, say) }),
  );
  const kind = useWatch({ control: form.control, name: 'kind' });
  const listed = fields.flatMap((field) => {
    const message = errors[field]?.message;
    return message ? [{ field, message: `${t(`propose.${field}`)}: ${message}` }] : [];
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('propose.title')}
        lead={t('propose.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/sieci" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-7">
        <ErrorSummary
          errors={listed}
          attempt={submitCount}
          onGo={(field) => form.setFocus(field as (typeof fields)[number])}
        />
        <Controller
          control={form.control}
          name="kind"
          render={({ field }) => (
            <RadioGroup
              label={t('kind')}
              value={field.value}
              onChange={(value) => {
                field.onChange(value);
                if (value === 'PERMANENT') form.setValue('endsOn', undefined);
              }}
              options={networkKind.options.map((value) => ({
                value,
                label: t(`common:networkKind.${value}`),
                hint: t(`propose.kindHint.${value}`),
              }))}
            />
          )}
        />
        {kind === 'TEMPORARY' && (
          <Controller
            control={form.control}
            name="endsOn"
            render={({ field }) => (
              <DateField
                ref={field.ref}
                label={t('propose.endsOn')}
                value={field.value ?? ''}
                onChange={(day) => field.onChange(day || undefined)}
                earliest={format.today}
                error={errors.endsOn?.message}
              />
            )}
          />
        )}
        <Controller
          control={form.control}
          name="namePl"
          render={({ field }) => (
            <TextField {...field} lang="pl" label={t('propose.namePl')} error={errors.namePl?.message} />
          )}
        />
        <Controller
          control={form.control}
          name="purposePl"
          render={({ field }) => (
            <TextArea
              {...field}
              label={t('propose.purposePl')}
              hint={t('propose.purposeHint')}
              maximum={2000}
              error={errors.purposePl?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="nameEn"
          render={({ field }) => (
            <TextField
              {...field}
              value={field.value ?? ''}
              onChange={(text) => field.onChange(text || undefined)}
              label={t('propose.nameEn')}
              hint={t('propose.enHint')}
              error={errors.nameEn?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="purposeEn"
          render={({ field }) => (
            <TextArea
              {...field}
              value={field.value ?? ''}
              onChange={(text) => field.onChange(text || undefined)}
              label={t('propose.purposeEn')}
              maximum={2000}
              error={errors.purposeEn?.message}
            />
          )}
        />
        <Controller
          control={form.control}
          name="joinPolicy"
          render={({ field }) => (
            <RadioGroup
              label={t('joining')}
              value={field.value}
              onChange={field.onChange}
              options={joinPolicy.options.map((value) => ({
                value,
                label: t(`joinPolicy.${value}`),
                hint: t(`join.policy.${value}`),
              }))}
            />
          )}
        />
        {!isProblem(propose.error, 'invalid') && <DeedFailure error={propose.error} />}
        <div>
          <Button type="submit" kind="primary" isPending={propose.isPending}>
            {t('propose.send')}
          </Button>
        </div>
      </form>
    </div>
  );
};
