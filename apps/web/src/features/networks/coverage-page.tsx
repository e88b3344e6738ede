import type { NetworkCoverage } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ExportButtons } from '../../lib/export-buttons.tsx';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Joined } from '../../ui/joined.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { coverageQuery } from './networks.queries.ts';

const route = getRouteApi('/app/sieci/zasieg');

/** The same, of one voivodeship. */
const within = ({ counties, networks, outside }: NetworkCoverage, voivodeship: string): NetworkCoverage => ({
  counties: counties.filter((county) => county.voivodeship === voivodeship),
  networks: networks.map(({ reach, ...network }) => ({
    ...network,
    reach: reach.filter((_, index) => counties[index]?.voivodeship === voivodeship),
  })),
  outside: outside.filter((gmina) => gmina.voivodeship === voivodeship),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Which networks reach how far, and the counties that they miss. */
const Networks = ({ counties, networks }: Pick<NetworkCoverage, 'counties' | 'networks'>) => {
  const { t } = useTranslation('coverage');
  const gminas = sum(counties.map((county) => county.gminas));
  return (
    <DataTable
      caption={t('networks')}
      rows={networks}
      rowKey={({ id }) => id}
      columns={[
        {
          name: t('network'),
          cell: ({ id, name }) => (
            <Link to="/app/sieci/$networkId" params={{ networkId: id }} look="plain">
              <LocalizedText of={name} />
            </Link>
          ),
        },
        { name: t('gminas'), numeric: true, cell: ({ reach }) => t('of', { count: sum(reach), total: gminas }) },
        {
          name: t('counties'),
          numeric: true,
          cell: ({ reach }) => t('of', { count: reach.filter((count) => count > 0).length, total: counties.length }),
        },
        {
          name: t('white'),
          cell: ({ reach }) => {
            const missed = counties.filter((_, index) => reach[index] === 0);
            if (missed.length === 0) return t('whiteNone');
            return (
              <details className="max-w-prose max-md:text-end">
                <summary className="cursor-pointer py-1 underline underline-offset-4">
                  {t('white', { count: missed.length })}
                </summary>
                <span className="text-small text-soft">{missed.map(({ county }) => county).join(', ')}</span>
              </details>
            );
          },
        },
      ]}
    />
  );
};

/** Each county, with the networks that work there. */
const Counties = ({ counties, networks }: Pick<NetworkCoverage, 'counties' | 'networks'>) => {
  const { t } = useTranslation('coverage');
  return (
    <DataTable
      caption={t('byCounty')}
      rows={counties.map((county, index) => ({
        ...county,
        working: networks.filter(({ reach }) => (reach[index] ?? 0) > 0),
      }))}
      rowKey={({ voivodeship, county }) => `${voivodeship}/${county}`}
      columns={[
        { name: t('county'), cell: ({ county }) => county },
        { name: t('voivodeship'), cell: ({ voivodeship }) => voivodeship },
        { name: t('members'), numeric: true, cell: ({ gminas }) => gminas },
        {
          name: t('working'),
          cell: ({ working }) =>
            working.length === 0 ? (
              <Status tone="idle">{t('nobody')}</Status>
            ) : (
              <span className="max-md:text-end">
                <Joined
                  by=", "
                  parts={working.map(({ id, name }) => (
                    <LocalizedText key={id} of={name} />
                  ))}
                />
              </span>
            ),
        },
      ]}
    />
  );
};

/** Where the networks reach, and where nobody has joined yet: whom to invite next. */
export const CoveragePage = () => {
  const { t } = useTranslation(['coverage', 'networks']);
  const navigate = useNavigate({ from: '/app/sieci/zasieg' });
  const { wojewodztwo } = route.useSearch();
  const { data: whole } = useSuspenseQuery(coverageQuery());
  const save = useDownload(api.exportMemberships);
  const voivodeships = [...new Set(whole.counties.map(({ voivodeship }) => voivodeship))];
  const { counties, networks, outside } = wojewodztwo ? within(whole, wojewodztwo) : whole;
  return (
    <div className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          above={
            <Breadcrumbs>
              <Link to="/app/sieci" look="soft">
                {t('networks:title')}
              </Link>
            </Breadcrumbs>
          }
          actions={
            <ExportButtons
              isPending={save.isPending}
              label={(format) => t(`export.${format}`)}
              onExport={(format) => save.mutate({ query: { format } })}
            />
          }
        />
        <DeedFailure error={save.error} />
        <search className="flex flex-wrap items-end gap-4 print:hidden">
          <Select
            label={t('voivodeship')}
            value={wojewodztwo ?? ''}
            onChange={(value) => void navigate({ search: { wojewodztwo: value || undefined }, replace: true })}
            options={[
              { value: '', label: t('anyVoivodeship') },
              ...voivodeships.map((name) => ({ value: name, label: name })),
            ]}
          />
        </search>
      </div>
      <Section title={t('networks')}>
        {networks.length === 0 ? (
          <EmptyState title={t('noNetworks.title')}>{t('noNetworks.next')}</EmptyState>
        ) : (
          <Networks counties={counties} networks={networks} />
        )}
      </Section>
      <Section title={t('byCounty')}>
        <Counties counties={counties} networks={networks} />
      </Section>
      <Section
        title={t('outside')}
        aside={t('of', { count: outside.length, total: sum(counties.map(({ gminas }) => gminas)) })}
      >
        {outside.length === 0 ? (
          <EmptyState title={t('outsideNone.title')}>{t('outsideNone.next')}</EmptyState>
        ) : (
          <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
            {outside.map(({ id, name, county }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-2 py-1">
                <Link to="/app/gminy/$organizationId" params={{ organizationId: id }}>
                  {name}
                </Link>
                <span className="text-small text-soft">{county}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
};
