import type { InitiativeView } from '@blizej/contracts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAsBegun } from '../../lib/as-begun.ts';
import { api } from '../../lib/api.ts';
import {
  AreaControl,
  DateControl,
  FormBody,
  RadioControl,
  SelectControl,
  TextControl,
  useContractForm,
} from '../../lib/contract-form.tsx';
import { api as contract, initiativeLevel } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { GoalsControl, TopicsControl } from '../../lib/description-controls.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import { initiativeQuery } from './initiatives.queries.ts';
import { networkChoicesQuery } from './views.queries.ts';

const fields = [
  'titlePl',
  'titleEn',
  'summaryPl',
  'summaryEn',
  'benefit',
  'goals',
  'topics',
  'startsOn',
  'endsOn',
] as const;

const changing = getRouteApi('/app/inicjatywy/$initiativeId/zmiana');

/** What each field is called. */
const useLabels = () => {
  const { t } = useTranslation(['initiatives', 'life']);
  return {
    titlePl: t('field.titlePl'),
    summaryPl: t('field.summaryPl'),
    benefit: t('life:benefit'),
    goals: t('life:goals'),
    topics: t('life:topics'),
    startsOn: t('field.startsOn'),
    endsOn: t('field.endsOn'),
    titleEn: t('field.titleEn'),
    summaryEn: t('field.summaryEn'),
  };
};

/** Above the form: where one is, and what it is for. */
const Head = ({ title, lead }: { readonly title: string; readonly lead: string }) => {
  const { t } = useTranslation('initiatives');
  return (
    <PageHeader
      title={title}
      lead={lead}
      above={
        <Breadcrumbs>
          <Link to="/app/inicjatywy" look="soft">
            {t('title')}
          </Link>
        </Breadcrumbs>
      }
    />
  );
};

/** A gmina or the secretariat proposes an initiative: an idea that binds nobody yet. */
export const ProposeInitiativePage = () => {
  const { t } = useTranslation(['initiatives', 'life']);
  const navigate = useNavigate();
  const labels = useLabels();
  const localized = useLocalized();
  const { data: networks = [] } = useQuery(networkChoicesQuery());
  const propose = useDeed(api.proposeInitiative, ({ id }) => {
    toast({ message: t('propose.done') });
    void navigate({ to: '/app/inicjatywy/$initiativeId', params: { initiativeId: id } });
  });
  const form = useContractForm(contract.proposeInitiative.body, {
    defaults: { titlePl: '', summaryPl: '', benefit: '', level: 'LOCAL', goals: [], topics: [] },
    labels: { ...labels, level: t('levelLabel'), networkId: t('ofNetwork') },
    draft: { name: 'initiative', fields: [...fields, 'level', 'networkId'] },
    send: (body, outcome) => propose.mutate({ body }, outcome),
  });
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <Head title={t('propose.title')} lead={t('propose.lead')} />
      <FormBody of={form} action={t('propose.send')} deed={propose}>
        <TextControl of={form} name="titlePl" lang="pl" />
        <AreaControl of={form} name="summaryPl" hint={t('field.summaryHint')} maximum={2000} />
        <AreaControl of={form} name="benefit" hint={t('life:benefitHint')} maximum={2000} />
        <RadioControl
          of={form}
          name="level"
          options={initiativeLevel.options.map((value) => ({
            value,
            label: t(`level.${value}`),
            hint: t(`levelHint.${value}`),
          }))}
        />
        <GoalsControl of={form} />
        <TopicsControl of={form} />
        {networks.length > 0 && (
          <SelectControl
            of={form}
            name="networkId"
            hint={t('field.networkHint')}
            nothing={t('field.noNetwork')}
            options={networks.map(({ id, name }) => ({ value: id, label: localized(name) }))}
          />
        )}
        <DateControl of={form} name="startsOn" hint={t('field.daysHint')} />
        <DateControl of={form} name="endsOn" />
        <TextControl of={form} name="titleEn" lang="en" hint={t('field.enHint')} />
        <AreaControl of={form} name="summaryEn" maximum={2000} />
      </FormBody>
    </div>
  );
};

/** The form of what an initiative says of itself, on the version that was read. */
const ChangeForm = ({ initiative }: { readonly initiative: InitiativeView }) => {
  const { t } = useTranslation(['initiatives', 'life']);
  const navigate = useNavigate();
  const labels = useLabels();
  const { id, version, title, summary, benefit, goals, topics, startsOn, endsOn } = initiative;
  const change = useDeed(api.changeInitiative, () => {
    toast({ message: t('change.done') });
    void navigate({ to: '/app/inicjatywy/$initiativeId', params: { initiativeId: id } });
  });
  const form = useContractForm(contract.changeInitiative.body, {
    defaults: {
      titlePl: title.pl,
      titleEn: title.en ?? undefined,
      summaryPl: summary.pl,
      summaryEn: summary.en ?? undefined,
      benefit,
      goals,
      topics,
      startsOn: startsOn ?? undefined,
      endsOn: endsOn ?? undefined,
      version,
    },
    labels,
    // Words that were written on another version are not laid over this one.
    draft: { name: `initiative.${id}.${version}`, fields },
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  return (
    <FormBody of={form} action={t('change.send')} deed={change}>
      <TextControl of={form} name="titlePl" lang="pl" />
      <AreaControl of={form} name="summaryPl" hint={t('field.summaryHint')} maximum={2000} />
      <AreaControl of={form} name="benefit" hint={t('life:benefitHint')} maximum={2000} />
      <GoalsControl of={form} />
      <TopicsControl of={form} />
      <DateControl of={form} name="startsOn" hint={t('field.daysHint')} />
      <DateControl of={form} name="endsOn" />
      <TextControl of={form} name="titleEn" lang="en" hint={t('field.enHint')} />
      <AreaControl of={form} name="summaryEn" maximum={2000} />
    </FormBody>
  );
};

/** Changes what an initiative says of itself. */
export const ChangeInitiativePage = () => {
  const { t } = useTranslation('initiatives');
  const localized = useLocalized();
  const { initiativeId } = changing.useParams();
  const { data: initiative } = useSuspenseQuery(initiativeQuery(initiativeId));
  const seen = useAsBegun(initiative);
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <Head title={t('change.title', { title: localized(seen.title) })} lead={t('change.lead')} />
      <ChangeForm initiative={seen} />
    </div>
  );
};
