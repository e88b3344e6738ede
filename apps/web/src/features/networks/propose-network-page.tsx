import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import {
  AreaControl,
  DateControl,
  FormBody,
  RadioControl,
  TextControl,
  useContractForm,
  useField,
} from '../../lib/contract-form.tsx';
import { api as contract, joinPolicy, networkKind } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { useFormat } from '../../lib/format.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';

/** The secretariat proposes a network; mandate and lead follow when it is activated. */
export const ProposeNetworkPage = () => {
  const { t } = useTranslation(['networks', 'common']);
  const navigate = useNavigate();
  const format = useFormat();
  const propose = useDeed(api.proposeNetwork, ({ id }) => {
    toast({ message: t('propose.done') });
    void navigate({ to: '/app/sieci/$networkId', params: { networkId: id } });
  });
  const form = useContractForm(contract.proposeNetwork.body, {
    defaults: { kind: 'PERMANENT', joinPolicy: 'APPROVAL' },
    labels: {
      kind: t('kind'),
      endsOn: t('propose.endsOn'),
      namePl: t('propose.namePl'),
      purposePl: t('propose.purposePl'),
      nameEn: t('propose.nameEn'),
      purposeEn: t('propose.purposeEn'),
      joinPolicy: t('joining'),
    },
    draft: { name: 'network', fields: ['kind', 'endsOn', 'namePl', 'purposePl', 'nameEn', 'purposeEn', 'joinPolicy'] },
    send: (body, outcome) => propose.mutate({ body }, outcome),
  });
  const end = useField({ of: form, name: 'endsOn' });
  const kind = useWatch({ control: form.form.control, name: 'kind' });
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
