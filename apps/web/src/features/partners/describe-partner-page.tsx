import type { PartnerKind, PartnerLanguage, PartnerView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useByName } from '../../lib/by-name.ts';
import { partnerKinds } from '../../lib/choices.ts';
import {
  AreaControl,
  FormBody,
  SelectControl,
  TextControl,
  useContractForm,
  useField,
  type ContractForm,
} from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { TopicsControl } from '../../lib/description-controls.tsx';
import { useMeanwhile } from '../../lib/meanwhile.ts';
import { useSession } from '../../lib/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import { countries, partnerLanguages } from './choices.ts';
import { Several } from './controls.tsx';
import { useNames } from './names.ts';
import { partnerQuery } from './partners.queries.ts';

const changing = getRouteApi('/app/partnerzy/$organizationId/zmiana');

const fields = [
  'name',
  'kind',
  'country',
  'place',
  'website',
  'descriptionPl',
  'descriptionEn',
  'topics',
  'languages',
] as const;

const useLabels = () => {
  const { t } = useTranslation('partners');
  return {
    name: t('field.name'),
    kind: t('field.kind'),
    country: t('field.country'),
    place: t('field.place'),
    website: t('field.website'),
    descriptionPl: t('field.descriptionPl'),
    descriptionEn: t('field.descriptionEn'),
    topics: t('field.topics'),
    languages: t('field.languages'),
  };
};

const Head = ({ title, lead }: { readonly title: string; readonly lead: string }) => {
  const { t } = useTranslation('partners');
  return (
    <PageHeader
      title={title}
      lead={lead}
      above={
        <Breadcrumbs>
          <Link to="/app/partnerzy" look="soft">
            {t('title')}
          </Link>
        </Breadcrumbs>
      }
    />
  );
};

/** What adding and changing a partner have in common. */
type Described = Parameters<typeof useContractForm<typeof contract.addPartner.body>>[1]['defaults'];
type DescribedForm = ReturnType<typeof useContractForm<typeof contract.addPartner.body>>;

const Controls = ({ of }: { readonly of: DescribedForm }) => {
  const { t } = useTranslation('partners');
  const names = useNames();
  const byName = useByName();
  const languages = useField({ of, name: 'languages' });
  return (
    <>
      <TextControl of={of} name="name" />
      <SelectControl
        of={of}
        name="kind"
        options={partnerKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <SelectControl
        of={of}
        name="country"
        nothing={t('field.chooseCountry')}
        options={byName(countries, names.country)}
      />
      <TextControl of={of} name="place" />
      <TextControl of={of} name="website" type="url" />
      <AreaControl of={of} name="descriptionPl" hint={t('field.descriptionHint')} maximum={2000} />
      <AreaControl of={of} name="descriptionEn" maximum={2000} />
      <TopicsControl of={of as unknown as ContractForm<{ topics?: string[] | undefined }>} />
      <Several
        label={t('field.languages')}
        hint={t('field.languagesHint')}
        error={languages.error}
        value={[...(languages.value || [])]}
        onChange={languages.onChange}
        options={byName(partnerLanguages, names.language)}
      />
    </>
  );
};

/** The secretariat adds a partner; a gmina proposes one. */
export const AddPartnerPage = () => {
  const { t } = useTranslation('partners');
  const navigate = useNavigate();
  const { abilities } = useSession();
  const labels = useLabels();
  const add = useDeed(api.addPartner, ({ id, state }) => {
    toast({ message: t(state === 'ACTIVE' ? 'add.done' : 'add.proposed') });
    void navigate({ to: '/app/partnerzy/$organizationId', params: { organizationId: id } });
  });
  const defaults: Described = { name: '', kind: 'AUTHORITY', place: '', descriptionPl: '', topics: [], languages: [] };
  const form = useContractForm(contract.addPartner.body, {
    defaults,
    labels,
    draft: { name: 'partner', fields },
    send: (body, outcome) => add.mutate({ body }, outcome),
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <Head title={t('add.title')} lead={t(abilities.administer ? 'add.lead' : 'add.leadPropose')} />
      <FormBody of={form} action={t(abilities.administer ? 'add.send' : 'add.sendProposal')} deed={add}>
        <Controls of={form} />
      </FormBody>
    </div>
  );
};

/** What the form holds of a partner. */
const valuesOf = ({ name, kind, country, place, website, description, topics, languages, version }: PartnerView) => ({
  name,
  kind,
  country,
  place,
  website: website ?? undefined,
  descriptionPl: description.pl,
  descriptionEn: description.en ?? undefined,
  topics,
  languages,
  version,
});

const ChangeForm = ({ partner: current }: { readonly partner: PartnerView }) => {
  const { t } = useTranslation('partners');
  const navigate = useNavigate();
  const names = useNames();
  const labels = useLabels();
  const { begun, meanwhile } = useMeanwhile(current, valuesOf, {
    kind: (kind: PartnerKind) => t(`kind.${kind}`),
    country: names.country,
    languages: (languages: readonly PartnerLanguage[]) => languages.map(names.language).join(', '),
  });
  const { id, version } = begun;
  const change = useDeed(api.changePartner, () => {
    toast({ message: t('change.done') });
    void navigate({ to: '/app/partnerzy/$organizationId', params: { organizationId: id } });
  });
  const form = useContractForm(contract.changePartner.body, {
    defaults: valuesOf(begun),
    labels,
    // Words that were written on another version are not laid over this one.
    draft: { name: `partner.${id}.${version}`, fields },
    meanwhile,
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  return (
    <FormBody of={form} action={t('change.send')} deed={change}>
      <Controls of={form as unknown as DescribedForm} />
    </FormBody>
  );
};

/** Changes what the directory says of a partner. */
export const ChangePartnerPage = () => {
  const { t } = useTranslation('partners');
  const { organizationId } = changing.useParams();
  const { data: partner } = useSuspenseQuery(partnerQuery(organizationId));
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <Head title={t('change.title', { name: partner.name })} lead={t('change.lead')} />
      <ChangeForm key={partner.id} partner={partner} />
    </div>
  );
};
