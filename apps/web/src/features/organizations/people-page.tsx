import type { Office, PersonStanding, PersonSummary } from '@blizej/contracts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Paged } from '../../lib/paged.tsx';
import { regionQuery } from '../../lib/region.ts';
import { useSearchWords } from '../../lib/search-words.ts';
import { useSession } from '../../lib/session.ts';
import { offices, standings } from '../../lib/choices.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { peopleQuery } from './people.queries.ts';

const route = getRouteApi('/app/zarzadzanie/osoby');

const PeopleTable = ({ people }: { readonly people: readonly PersonSummary[] }) => {
  const { t } = useTranslation(['people', 'common']);
  const format = useFormat();
  return (
    <DataTable
      caption={t('title')}
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          name: t('name'),
          cell: ({ id, name, blocked }) => (
            <span className="flex flex-wrap items-center gap-2">
              <Link to="/app/zarzadzanie/osoby/$personId" params={{ personId: id }} look="plain">
                {name}
              </Link>
              {blocked && <Status tone="ended">{t('blocked')}</Status>}
            </span>
          ),
        },
        {
          name: t('office'),
          cell: (person) =>
            person.offices.length === 0 ? (
              t('common:noOffice')
            ) : (
              <ul>
                {person.offices.map(({ id, office, organization, current, endsOn }) => (
                  <li key={id}>
                    {[t(`common:office.${office}`), organization.name].join(' · ')}
                    {!current && endsOn && (
                      <span className="text-small text-soft"> {t('until', { day: format.day(endsOn) })}</span>
                    )}
                  </li>
                ))}
              </ul>
            ),
        },
        { name: t('email'), cell: ({ email }) => <span className="break-all">{email}</span> },
      ]}
    />
  );
};

/** The people of all organizations, or of one's own gmina. */
export const PeoplePage = () => {
  const { t } = useTranslation(['people', 'common']);
  const format = useFormat();
  const navigate = useNavigate({ from: '/app/zarzadzanie/osoby' });
  const { abilities, actingFor } = useSession();
  const search = route.useSearch();
  const { szukaj, funkcja, organizacja, stan } = search;
  const { data: region = [] } = useQuery({ ...regionQuery(), enabled: abilities.administer });
  const query = useInfiniteQuery(
    peopleQuery({
      ...(szukaj && { search: szukaj }),
      ...(funkcja && { office: funkcja }),
      ...(organizacja && { organization: organizacja }),
      ...(stan && { standing: stan }),
    }),
  );
  const narrow = (change: Partial<typeof search>): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  const type = useSearchWords((typed) => navigate({ search: (now) => ({ ...now, szukaj: typed }), replace: true }));
  const gminas = region
    .filter(({ id, status }) => status !== null || id === organizacja)
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((one, other) => format.compare(one.label, other.label));
  const isFiltered = Boolean(szukaj || funkcja || organizacja || stan);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t(abilities.administer ? 'lead' : 'ownLead')}
        above={
          <Breadcrumbs>
            {abilities.administer ? (
              <Link to="/app/zarzadzanie" look="soft">
                {t('common:places.administration')}
              </Link>
            ) : (
              actingFor && (
                <Link
                  to="/app/gminy/$organizationId"
                  params={{ organizationId: actingFor.organization.id }}
                  look="soft"
                >
                  {actingFor.organization.name}
                </Link>
              )
            )}
          </Breadcrumbs>
        }
      />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={type} />
        <Select<Office | ''>
          label={t('office')}
          value={funkcja ?? ''}
          onChange={(value) => narrow({ funkcja: value || undefined })}
          options={[
            { value: '', label: t('anyOffice') },
            ...offices.map((value) => ({ value, label: t(`common:office.${value}`) })),
          ]}
        />
        <Select<PersonStanding | ''>
          label={t('standing.title')}
          value={stan ?? ''}
          onChange={(value) => narrow({ stan: value || undefined })}
          options={[
            { value: '', label: t('standing.any') },
            ...standings.map((value) => ({ value, label: t(`standing.${value}`) })),
          ]}
        />
        {abilities.administer && (
          <Select<string>
            label={t('organization')}
            value={organizacja ?? ''}
            onChange={(value) => narrow({ organizacja: value || undefined })}
            options={[{ value: '', label: t('anyOrganization') }, ...gminas]}
          />
        )}
      </search>
      <Paged
        query={query}
        empty={
          <EmptyState
            title={t(isFiltered ? 'none.filtered' : 'none.title')}
            action={isFiltered && <Link to="/app/zarzadzanie/osoby">{t('none.clear')}</Link>}
          >
            {t(isFiltered ? 'none.filteredNext' : 'none.next')}
          </EmptyState>
        }
      >
        {(people) => <PeopleTable people={people} />}
      </Paged>
    </div>
  );
};
