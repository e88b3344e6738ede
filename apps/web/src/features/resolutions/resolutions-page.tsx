import type { IssuingBody, ResolutionView } from '@blizej/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { issuingBodies, validities } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { Paged } from '../../lib/paged.tsx';
import { regionQuery } from '../../lib/region.ts';
import { resolutionsQuery } from '../../lib/resolutions.ts';
import { useSearchWords } from '../../lib/search-words.ts';
import { useSession } from '../../lib/session.ts';
import { standingTone } from '../../lib/states.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { Day } from '../../ui/time.tsx';
import { RecordButton } from './resolution-dialog.tsx';

const route = getRouteApi('/app/uchwaly');

const ResolutionsTable = ({ resolutions }: { readonly resolutions: readonly ResolutionView[] }) => {
  const { t } = useTranslation(['resolutions', 'common']);
  return (
    <DataTable
      caption={t('title')}
      rows={resolutions}
      rowKey={({ id }) => id}
      columns={[
        {
          name: t('columns.title'),
          cell: ({ id, title }) => (
            <Link to="/app/uchwaly/$resolutionId" params={{ resolutionId: id }} look="plain">
              {title}
            </Link>
          ),
        },
        { name: t('columns.number'), cell: ({ number }) => <span className="break-words">{number}</span> },
        {
          name: t('columns.issuer'),
          cell: ({ issuingBody, issuer }) =>
            issuingBody === 'COUNCIL' ? issuer : t(`common:issuingBodyName.${issuingBody}`),
        },
        { name: t('columns.day'), cell: ({ adoptedOn }) => <Day day={adoptedOn} /> },
        {
          name: t('columns.standing'),
          cell: ({ standing }) => (
            <Status tone={standingTone[standing]}>{t(`common:resolutionStanding.${standing}`)}</Status>
          ),
        },
      ]}
    />
  );
};

/** The register of resolutions. */
export const ResolutionsPage = () => {
  const { t } = useTranslation(['resolutions', 'common']);
  const format = useFormat();
  const navigate = useNavigate({ from: '/app/uchwaly' });
  const { abilities } = useSession();
  const search = route.useSearch();
  const { szukaj, organ, czyja, stan } = search;
  const { data: region = [] } = useQuery(regionQuery());
  const query = useInfiniteQuery(
    resolutionsQuery({
      ...(szukaj && { search: szukaj }),
      ...(organ && { body: organ }),
      ...(czyja && { issuer: czyja }),
      ...(stan && { validity: stan }),
    }),
  );
  const narrow = (change: Partial<typeof search>): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const type = useSearchWords((typed) => navigate({ search: (now) => ({ ...now, szukaj: typed }), replace: true }));
  const gminas = region
    .filter(({ id, status }) => status !== null || id === czyja)
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => format.compare(one.label, other.label));
  const isFiltered = Boolean(szukaj || organ || czyja || stan);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader title={t('title')} lead={t('lead')} actions={abilities.keepResolutions && <RecordButton />} />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={type} />
        <Select<(typeof validities)[number] | ''>
          label={t('validity.title')}
          value={stan ?? ''}
          onChange={(value) => narrow({ stan: value || undefined })}
          options={[
            { value: '', label: t('validity.any') },
            ...validities.map((value) => ({ value, label: t(`validity.${value}`) })),
          ]}
        />
        <Select<IssuingBody | ''>
          label={t('body')}
          value={organ ?? ''}
          onChange={(value) => narrow({ organ: value || undefined })}
          options={[
            { value: '', label: t('anyBody') },
            ...issuingBodies.map((value) => ({ value, label: t(`common:issuingBodyName.${value}`) })),
          ]}
        />
        <Select<string>
          label={t('issuer')}
          value={czyja ?? ''}
          onChange={(value) => narrow({ czyja: value || undefined })}
          options={[{ value: '', label: t('anyIssuer') }, { value: 'association', label: t('association') }, ...gminas]}
        />
      </search>
      <Paged
        query={query}
        empty={
          isFiltered ? (
            <EmptyState title={t('none.filtered')} action={<Link to="/app/uchwaly">{t('none.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>
          )
        }
      >
        {(resolutions) => <ResolutionsTable resolutions={resolutions} />}
      </Paged>
    </div>
  );
};
