import type { AssociationStatus, OrganizationView } from '@blizej/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { narrowed, type Narrowing } from '../../lib/narrow.ts';
import { Paged } from '../../lib/paged.tsx';
import { regionQuery } from '../../lib/region.ts';
import { useSearchWords } from '../../lib/search-words.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { DataTable } from '../../ui/table.tsx';
import { organizationsQuery } from './organizations.queries.ts';
import { RegionMap } from './region-map.tsx';

const route = getRouteApi('/app/gminy');

const DirectoryTable = ({ organizations }: { readonly organizations: readonly OrganizationView[] }) => {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  return (
    <DataTable
      caption={t('title')}
      rows={organizations}
      rowKey={({ id }) => id}
      columns={[
        {
          name: t('gmina'),
          cell: ({ id, name, fictional }) => (
            <>
              <Link to="/app/gminy/$organizationId" params={{ organizationId: id }} look="plain">
                {name}
              </Link>
              {fictional && <span className="ms-2 text-small font-normal text-soft">{t('fictional')}</span>}
            </>
          ),
        },
        { name: t('type.title'), cell: ({ municipality }) => (municipality ? t(`type.${municipality.type}`) : '–') },
        { name: t('county'), cell: ({ municipality }) => municipality?.county ?? '–' },
        {
          name: t('population'),
          numeric: true,
          cell: ({ municipality }) =>
            municipality && municipality.population !== null ? format.number(municipality.population) : '–',
        },
      ]}
    />
  );
};

export const DirectoryPage = () => {
  const { t } = useTranslation(['organizations', 'common']);
  const format = useFormat();
  const navigate = useNavigate({ from: '/app/gminy' });
  const narrow = (change: Narrowing<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (now) => ({ ...now, ...narrowed(change) }), replace: true });
  const { szukaj, wojewodztwo, status, wszystkie } = route.useSearch();
  const { data: region = [] } = useQuery(regionQuery());
  const query = useInfiniteQuery(
    organizationsQuery({
      ...(szukaj && { search: szukaj }),
      ...(wojewodztwo && { voivodeship: wojewodztwo }),
      ...(status && { status }),
      ...(!wszystkie && !status && { members: 'true' as const }),
    }),
  );
  const voivodeships = [...new Set(region.map(({ voivodeship }) => voivodeship))].sort(format.compare);
  const search = useSearchWords((typed) => narrow({ szukaj: typed }));
  const shown = wojewodztwo ? region.filter(({ voivodeship }) => voivodeship === wojewodztwo) : region;
  const codesOf = (wanted: AssociationStatus): string[] =>
    shown.filter((gmina) => gmina.status === wanted && !gmina.fictional).map(({ teryt }) => teryt);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={search} />
        <Select
          label={t('voivodeship')}
          value={wojewodztwo ?? ''}
          onChange={(value) => narrow({ wojewodztwo: value })}
          options={[
            { value: '', label: t('anyVoivodeship') },
            ...voivodeships.map((name) => ({ value: name, label: name })),
          ]}
        />
        <Checkbox isSelected={wszystkie ?? false} onChange={(chosen) => narrow({ wszystkie: chosen })}>
          {t('everybody')}
        </Checkbox>
      </search>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[1fr_20rem] xl:grid-cols-[1fr_26rem]">
        <div className="order-2 lg:sticky lg:top-6">
          <RegionMap marked={codesOf('MEMBER')} faint={codesOf('CANDIDATE')} size="large" />
        </div>
        <Paged query={query} empty={<EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>}>
          {(organizations) => <DirectoryTable organizations={organizations} />}
        </Paged>
      </div>
    </div>
  );
};
