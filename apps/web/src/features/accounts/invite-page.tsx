import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import {
  FormBody,
  RadioControl,
  SelectControl,
  TextControl,
  useContractForm,
  useField,
} from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import { invitationChoicesQuery } from './invitations.queries.ts';

const route = getRouteApi('/app/zaproszenia/nowe');

/** Asks somebody in by e-mail: who, and to which office. */
export const InvitePage = () => {
  const { t } = useTranslation(['invitations', 'common']);
  const navigate = useNavigate();
  const { gmina } = route.useSearch();
  const { data: choices } = useSuspenseQuery(invitationChoicesQuery());
  const only = choices.length === 1 ? choices[0]?.id : undefined;
  const invite = useDeed(api.invitePerson, ({ email }) => {
    toast({ message: t('invite.done', { email }) });
    void navigate({ to: '/app/zaproszenia', search: { gmina } });
  });
  const form = useContractForm(contract.invitePerson.body, {
    defaults: { name: '', email: '', office: 'OFFICIAL', organizationId: gmina ?? only ?? '', language: 'pl' },
    labels: {
      organizationId: t('invite.organizationId'),
      office: t('invite.office'),
      name: t('invite.name'),
      email: t('invite.email'),
      language: t('invite.language'),
    },
    draft: { name: 'invitation', fields: ['name', 'email'] },
    send: (body, outcome) => invite.mutate({ body }, outcome),
  });
  const chosen = useWatch({ control: form.form.control, name: 'organizationId' });
  const office = useField({ of: form, name: 'office' });
  const offices = choices.find(({ id }) => id === chosen)?.offices ?? [];
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('invite.title')}
        lead={t('invite.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/zaproszenia" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
      />
      <FormBody of={form} action={t('invite.send')} deed={invite}>
        {only === undefined && (
          <SelectControl
            of={form}
            name="organizationId"
            nothing={t('invite.chooseOrganization')}
            options={choices.map(({ id, name }) => ({ value: id, label: name }))}
            onChosen={(id) => {
              const fitting = choices.find((choice) => choice.id === id)?.offices ?? [];
              if (!fitting.some((one) => one === office.value)) office.onChange(fitting.at(-1));
            }}
          />
        )}
        {offices.length > 1 && (
          <RadioControl
            of={form}
            name="office"
            options={offices.map((value) => ({ value, label: t(`common:office.${value}`) }))}
          />
        )}
        <TextControl of={form} name="name" hint={t('invite.nameHint')} />
        <TextControl of={form} name="email" type="email" hint={t('invite.emailHint')} />
        <RadioControl
          of={form}
          name="language"
          options={[
            { value: 'pl', label: 'Polski' },
            { value: 'en', label: 'English' },
          ]}
        />
      </FormBody>
    </div>
  );
};
