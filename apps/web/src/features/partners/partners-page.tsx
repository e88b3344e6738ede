import type {
  Country,
  PartnerKind,
  PartnerLanguage,
  PartnerReason,
  PartnerState,
  PartnerSummary,
} from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ExportButtons } from '../../lib/export-buttons.tsx';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useByName } from '../../lib/by-name.ts';
import { partnerKinds, partnerStates } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText, Polish } from '../../lib/localized-text.tsx';
import { InitiativePlaces } from '../../lib/initiative-places.tsx';
import { narrowed, type Narrowing } from '../../lib/narrow.ts';
import { Paged } from '../../lib/paged.tsx';
import { useSearchWords } from '../../lib/search-words.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { countries, partnerLanguages } from './choices.ts';
import { useNames } from './names.ts';
import { partnersQuery } from './partners.queries.ts';
import { stateTones } from './tones.ts';

const route = getRouteApi('/app/partnerzy');

/** Why a partner was found, in words. */
const useReason = (): ((reason: PartnerReason) => string) => {
  const { t } = useTranslation('partners');
  const localized = useLocalized();
  const names = useNames();
  const format = useFormat();
  return ({ by, value, organization, initiative }) => {
    switch (by) {
      case 'COUNTRY':
        return t('reason.COUNTRY', { value: names.country(value ?? '') });
      case 'LANGUAGE':
        return t('reason.LANGUAGE', { value: names.language(value ?? '') });
      case 'KIND':
        return t('reason.KIND', { value: t(`kind.${value as PartnerKind}`) });
      case 'QUIET':
        return value === null ? t('reason.NEVER') : t('reason.QUIET', { value: format.day(value) });
      case 'WORKED':
        return t('reason.WORKED', { organization, initiative: initiative && localized(initiative) });
      case 'TWIN':
        return t('reason.TWIN', { organization });
      default:
        return t(`reason.${by}`, { value });
    }
  };
};

const PartnerRow = ({ partner }: { readonly partner: PartnerSummary }) => {
  const { t } = useTranslation('partners');
  const names = useNames();
  const format = useFormat();
  const say = useReason();
  const { id, name, kind, state, country, place, description, topics, fictional, lastContactOn, initiatives } = partner;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">
          <Link to="/app/partnerzy/$organizationId" params={{ organizationId: id }} look="plain">
            {name}
          </Link>
        </h2>
        <p className="text-small text-soft">
          {[t(`kind.${kind}`), `${place}, ${names.country(country)}`, fictional && t('fictional')]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="line-clamp-2 max-w-prose text-soft">
          <LocalizedText of={description} />
        </p>
        {topics.length > 0 && (
          <ul className="flex flex-wrap gap-x-3 text-small">
            {topics.map((topic) => (
              <li key={topic}>
                <Link to="/app/partnerzy" search={{ temat: topic }} look="soft">
                  <Polish>{topic}</Polish>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {partner.reasons.length > 0 && (
          <p className="text-small">
            <span className="text-soft">{t('why')}:</span> {partner.reasons.map(say).join(' · ')}
          </p>
        )}
      </div>
      <div className="flex flex-col items-start gap-1 text-small text-soft sm:items-end">
        {state !== 'ACTIVE' && <Status tone={stateTones[state]}>{t(`state.${state}`)}</Status>}
        <span>{lastContactOn ? t('lastContact', { day: format.shortDay(lastContactOn) }) : t('noContact')}</span>
        {initiatives > 0 && <span>{t('initiatives', { count: initiatives })}</span>}
      </div>
    </li>
  );
};

/** The directory of partners, to search: each says why it is there. */
export const PartnersPage = () => {
  const { t } = useTranslation(['partners', 'common']);
  const navigate = useNavigate({ from: '/app/partnerzy' });
  const narrow = (change: Narrowing<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (now) => ({ ...now, ...narrowed(change) }), replace: true });
  const names = useNames();
  const byName = useByName();
  const { abilities } = useSession();
  const { szukaj, rodzaj, temat, stan, wspolpraca, partnerskie, bezkontaktu, ...codes } = route.useSearch();
  const kraj = countries.find((code) => code === codes.kraj);
  const jezyk = partnerLanguages.find((code) => code === codes.jezyk);
  const filters = {
    ...(szukaj && { search: szukaj }),
    ...(rodzaj && { kind: rodzaj }),
    ...(kraj && { country: kraj }),
    ...(temat && { topic: temat }),
    ...(jezyk && { language: jezyk }),
    ...(stan && { state: stan }),
    ...(wspolpraca && { worked: 'true' as const }),
    ...(partnerskie && { twin: 'true' as const }),
    ...(bezkontaktu && { quiet: 'true' as const }),
  };
  const query = useInfiniteQuery(partnersQuery(filters));
  const save = useDownload(api.exportPartners);
  const search = useSearchWords((typed) => narrow({ szukaj: typed }));
  const isFiltered = Boolean(
    szukaj || rodzaj || kraj || temat || jezyk || stan || wspolpraca || partnerskie || bezkontaktu,
  );
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          abilities.proposeInitiative && (
            <ButtonLink to="/app/partnerzy/nowy" kind="primary">
              {t(abilities.administer ? 'add.action' : 'add.propose')}
            </ButtonLink>
          )
        }
      />
      <InitiativePlaces />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={search} />
        <Select<PartnerKind | ''>
          label={t('kindLabel')}
          value={rodzaj ?? ''}
          onChange={(value) => narrow({ rodzaj: value })}
          options={[
            { value: '', label: t('anyKind') },
            ...partnerKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
          ]}
        />
        <Select<Country | ''>
          label={t('countryLabel')}
          value={kraj ?? ''}
          onChange={(value) => narrow({ kraj: value })}
          options={[{ value: '', label: t('anyCountry') }, ...byName(countries, names.country)]}
        />
        <Select<PartnerLanguage | ''>
          label={t('languageLabel')}
          value={jezyk ?? ''}
          onChange={(value) => narrow({ jezyk: value })}
          options={[{ value: '', label: t('anyLanguage') }, ...byName(partnerLanguages, names.language)]}
        />
        <Select<PartnerState>
          label={t('stateLabel')}
          value={stan ?? 'ACTIVE'}
          onChange={(value) => narrow({ stan: value !== 'ACTIVE' && value })}
          options={partnerStates.map((value) => ({ value, label: t(`stateFilter.${value}`) }))}
        />
        <Checkbox isSelected={wspolpraca ?? false} onChange={(on) => narrow({ wspolpraca: on })}>
          {t('onlyWorked')}
        </Checkbox>
        <Checkbox isSelected={partnerskie ?? false} onChange={(on) => narrow({ partnerskie: on })}>
          {t('onlyTwins')}
        </Checkbox>
        <Checkbox isSelected={bezkontaktu ?? false} onChange={(on) => narrow({ bezkontaktu: on })}>
          {t('onlyQuiet')}
        </Checkbox>
      </search>
      {temat && (
        <p className="flex flex-wrap items-baseline gap-x-4">
          {t('topicFilter', { topic: temat })}
          <Link from="/app/partnerzy" to="/app/partnerzy" search={(now) => ({ ...now, temat: undefined })}>
            {t('clearTopic')}
          </Link>
        </p>
      )}
      <Paged
        query={query}
        empty={
          isFiltered ? (
            <EmptyState title={t('none.filtered')} action={<Link to="/app/partnerzy">{t('none.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>
          )
        }
      >
        {(partners) => (
          <Rows>
            {partners.map((partner) => (
              <PartnerRow key={partner.id} partner={partner} />
            ))}
          </Rows>
        )}
      </Paged>
      <div className="flex flex-wrap gap-3 print:hidden">
        <ExportButtons
          kind="quiet"
          isPending={save.isPending}
          label={(format) => t(`export.${format}`)}
          onExport={(format) => save.mutate({ query: { ...filters, format } })}
        />
      </div>
      <DeedFailure error={save.error} />
    </div>
  );
};
