import type { CallView, ProgrammeView } from '@blizej/contracts';
import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { FormBody, SelectControl, useContractForm } from '../../lib/contract-form.tsx';
import { api as contract } from '../../lib/contract.ts';
import { useDeed } from '../../lib/deed.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { useMeanwhile } from '../../lib/meanwhile.ts';
import { MomentControl } from '../../lib/moment-control.tsx';
import { Paged } from '../../lib/paged.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { toast } from '../../ui/toast.ts';
import {
  CallControls,
  callFields,
  CallHeadControls,
  useCallLabels,
  useCallValueWords,
  type CallFields,
} from './call-form.tsx';
import { callQuery, programmesQuery } from './funding.queries.ts';

const changing = getRouteApi('/app/nabory/$callId/zmiana');

const Head = ({ title, lead }: { readonly title: string; readonly lead: string }) => {
  const { t } = useTranslation('funding');
  return (
    <PageHeader
      title={title}
      lead={lead}
      above={
        <Breadcrumbs>
          <Link to="/app/nabory" look="soft">
            {t('title')}
          </Link>
        </Breadcrumbs>
      }
    />
  );
};

const AnnounceForm = ({ programmes }: { readonly programmes: readonly ProgrammeView[] }) => {
  const { t } = useTranslation('funding');
  const localized = useLocalized();
  const navigate = useNavigate();
  const announce = useDeed(api.announceCall, ({ id }) => {
    toast({ message: t('announce.done') });
    void navigate({ to: '/app/nabory/$callId', params: { callId: id } });
  });
  const { titlePl, opensOn, ...labels } = useCallLabels();
  const form = useContractForm(contract.announceCall.body, {
    defaults: { currency: 'EUR', applicants: ['MUNICIPALITY'], territory: [], goals: [], topics: [], signingDays: 7 },
    labels: {
      programmeId: t('programme'),
      titlePl,
      opensOn,
      closesAt: t('closesAt'),
      firstStageAt: t('firstStage'),
      ...labels,
    },
    draft: { name: 'call', fields: [...callFields, 'programmeId', 'closesAt', 'firstStageAt'] },
    send: (body, outcome) => announce.mutate({ body }, outcome),
  });
  return (
    <FormBody of={form} action={t('announce.send')} deed={announce}>
      <SelectControl
        of={form}
        name="programmeId"
        nothing={t('field.chooseProgramme')}
        options={programmes.map(({ id, name }) => ({ value: id, label: localized(name) }))}
      />
      <CallHeadControls of={form as never} />
      <MomentControl of={form} name="closesAt" />
      <MomentControl of={form} name="firstStageAt" hint={t('field.firstStageHint')} />
      <CallControls of={form as never} />
    </FormBody>
  );
};

/** The secretariat announces a call. */
export const AnnounceCallPage = () => {
  const { t } = useTranslation('funding');
  const programmes = useInfiniteQuery(programmesQuery({}));
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <Head title={t('announce.title')} lead={t('announce.lead')} />
      <Paged
        query={programmes}
        empty={
          <EmptyState
            title={t('programmes.none')}
            action={<Link to="/app/nabory/programy">{t('places.programmes')}</Link>}
          >
            {t('programmes.noneNext')}
          </EmptyState>
        }
      >
        {(items) => <AnnounceForm programmes={items} />}
      </Paged>
    </div>
  );
};

/** What the form holds of a call. */
const valuesOf = ({ title, about, ownTerritory, ...call }: CallView) => ({
  titlePl: title.pl,
  titleEn: title.en ?? undefined,
  aboutPl: about?.pl,
  aboutEn: about?.en ?? undefined,
  opensOn: call.opensOn,
  grantRate: call.grantRate ?? undefined,
  minimum: call.minimum ?? undefined,
  maximum: call.maximum ?? undefined,
  currency: call.currency,
  applicants: call.applicants,
  territory: ownTerritory as CallFields['territory'],
  territoryNote: call.territoryNote ?? undefined,
  partnersMin: call.partnersMin ?? undefined,
  countriesMin: call.countriesMin ?? undefined,
  topics: call.topics,
  goals: call.goals,
  link: call.link ?? undefined,
  signingDays: call.signingDays,
  version: call.version,
});

const ChangeForm = ({ call: current }: { readonly call: CallView }) => {
  const { t } = useTranslation('funding');
  const navigate = useNavigate();
  const { begun, meanwhile } = useMeanwhile(current, valuesOf, useCallValueWords());
  const { id, version } = begun;
  const change = useDeed(api.changeCall, () => {
    toast({ message: t('change.done') });
    void navigate({ to: '/app/nabory/$callId', params: { callId: id } });
  });
  const form = useContractForm(contract.changeCall.body, {
    defaults: valuesOf(begun),
    labels: useCallLabels(),
    // Words that were written on another version are not laid over this one.
    draft: { name: `call.${id}.${version}`, fields: callFields },
    meanwhile,
    send: (body, outcome) => change.mutate({ params: { id }, body }, outcome),
  });
  return (
    <FormBody of={form} action={t('change.send')} deed={change}>
      <CallHeadControls of={form} />
      <CallControls of={form} />
    </FormBody>
  );
};

/** Changes what is said of a call; its deadlines are moved on its page. */
export const ChangeCallPage = () => {
  const { t } = useTranslation('funding');
  const localized = useLocalized();
  const { callId } = changing.useParams();
  const { data: call } = useSuspenseQuery(callQuery(callId));
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <Head title={t('change.title', { call: localized(call.title) })} lead={t('change.lead')} />
      <ChangeForm key={call.id} call={call} />
    </div>
  );
};
