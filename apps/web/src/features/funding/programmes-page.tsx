import type { ProgrammeView } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSearchWords } from '../../lib/search-words.ts';
import { useSession } from '../../lib/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link, OutsideLink } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Rows } from '../../ui/section.tsx';
import { toast } from '../../ui/toast.ts';
import { useAreaName } from './call-words.tsx';
import { programmesQuery } from './funding.queries.ts';

const ProgrammeDialog = lazy(async () => ({ default: (await import('./programme-dialog.tsx')).ProgrammeDialog }));

const route = getRouteApi('/app/nabory/programy');

interface ProgrammeRowProps {
  readonly programme: ProgrammeView;
  readonly onChange: () => void;
}

const ProgrammeRow = ({ programme, onChange }: ProgrammeRowProps) => {
  const { t } = useTranslation('funding');
  const localized = useLocalized();
  const areaName = useAreaName();
  const { id, shortName, name, firstYear, lastYear, website, territory, territoryNote, callsAhead, following } =
    programme;
  const follow = useDeed(api.followProgramme, (view) =>
    toast({ message: t(view.following ? 'follow.programmeBegun' : 'follow.ended') }),
  );
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">
          <LocalizedText of={name} />
        </h2>
        <p className="text-small text-soft">
          {[
            shortName,
            `${firstYear}–${lastYear}`,
            territory.length === 0 ? t('everywhere') : territory.map(areaName).join(', '),
          ].join(' · ')}
        </p>
        {territoryNote && <p className="max-w-prose text-small text-soft">{territoryNote}</p>}
        <p className="flex flex-wrap gap-x-5 text-small">
          <Link to="/app/nabory" search={{ szukaj: shortName }}>
            {t('programmes.calls', { count: callsAhead })}
          </Link>
          {website && (
            <OutsideLink href={website} newTab label={t('programmes.websiteOf', { name: localized(name) })}>
              {t('programmes.website')}
            </OutsideLink>
          )}
        </p>
        <DeedFailure error={follow.error} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          label={`${t(following ? 'follow.end' : 'follow.begin')}: ${localized(name)}`}
          isPending={follow.isPending}
          onPress={() => follow.mutate({ params: { id }, body: { following: !following } })}
        >
          {t(following ? 'follow.end' : 'follow.begin')}
        </Button>
        {programme.abilities.change && (
          <Button kind="quiet" label={`${t('change.action')}: ${localized(name)}`} onPress={onChange}>
            {t('change.action')}
          </Button>
        )}
      </div>
    </li>
  );
};

/** The programmes under which calls are made. */
export const ProgrammesPage = () => {
  const { t } = useTranslation('funding');
  const navigate = useNavigate({ from: '/app/nabory/programy' });
  const { abilities } = useSession();
  const { szukaj } = route.useSearch();
  const [open, setOpen] = useState<ProgrammeView | 'new' | null>(null);
  const query = useInfiniteQuery(programmesQuery({ ...(szukaj && { search: szukaj }) }));
  const search = useSearchWords((typed) => navigate({ search: (now) => ({ ...now, szukaj: typed }), replace: true }));
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('programmes.title')}
        lead={t('programmes.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/nabory" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
        actions={
          abilities.keepCalls && (
            <Button kind="primary" onPress={() => setOpen('new')}>
              {t('programmes.add')}
            </Button>
          )
        }
      />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('programmes.search')} value={szukaj ?? ''} onSearch={search} />
      </search>
      <Paged
        query={query}
        empty={
          szukaj ? (
            <EmptyState title={t('none.filtered')} action={<Link to="/app/nabory/programy">{t('none.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('programmes.none')}>{t('programmes.noneNext')}</EmptyState>
          )
        }
      >
        {(programmes) => (
          <Rows>
            {programmes.map((programme) => (
              <ProgrammeRow key={programme.id} programme={programme} onChange={() => setOpen(programme)} />
            ))}
          </Rows>
        )}
      </Paged>
      <Suspense>
        {open !== null && (
          <ProgrammeDialog {...(open !== 'new' && { programme: open })} onClose={() => setOpen(null)} />
        )}
      </Suspense>
    </div>
  );
};
