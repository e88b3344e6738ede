import type { InitiativeLevel, InitiativeStage, InitiativeSummary } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link as RouterLink, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { initiativeLevels, initiativeStages } from '../../lib/choices.ts';
import { InitiativePlaces } from '../../lib/initiative-places.tsx';
import { GoalFilter } from '../../lib/goal-filter.tsx';
import { LocalizedText } from '../../lib/localized-text.tsx';
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
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { initiativesQuery } from './initiatives.queries.ts';
import { NextMilestone } from './next-milestone.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { StageSign } from './stage.tsx';

const route = getRouteApi('/app/inicjatywy');

const views = [undefined, 'tablica', 'os'] as const;

const Board = lazy(async () => ({ default: (await import('./board.tsx')).Board }));
const Timeline = lazy(async () => ({ default: (await import('./timeline.tsx')).Timeline }));

const InitiativeRow = ({ initiative }: { readonly initiative: InitiativeSummary }) => {
  const { t } = useTranslation('initiatives');
  const { id, title, summary, stage, level, lead, parts, following } = initiative;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">
          <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: id }} look="plain">
            <LocalizedText of={title} />
          </Link>
        </h2>
        <p className="line-clamp-2 max-w-prose text-soft">
          <LocalizedText of={summary} />
        </p>
        <p className="text-small text-soft">
          {[
            t(`level.${level}`),
            lead ? t('ledBy', { name: lead.name }) : t('noLead'),
            t('parts', { count: parts.all, confirmed: parts.confirmed }),
          ].join(' · ')}
        </p>
        <NextMilestone initiative={initiative} />
      </div>
      <div className="flex flex-wrap gap-2">
        {following && <Status tone="idle">{t('following')}</Status>}
        <StageSign stage={stage} />
      </div>
    </li>
  );
};

/** What the gminas undertake together: as a list to search, as a board by stage, or in time. */
export const InitiativesPage = () => {
  const { t } = useTranslation('initiatives');
  const navigate = useNavigate({ from: '/app/inicjatywy' });
  const narrow = (change: Narrowing<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (now) => ({ ...now, ...narrowed(change) }), replace: true });
  const { abilities } = useSession();
  const { szukaj, etap, zasieg, cel, nasze, obserwowane, widok, zakonczone } = route.useSearch();
  const isList = widok === undefined;
  const query = useInfiniteQuery({
    ...initiativesQuery({
      ...(szukaj && { search: szukaj }),
      ...(etap && { stage: etap }),
      ...(zasieg && { level: zasieg }),
      ...(cel && { goal: cel }),
      ...(nasze && { mine: 'true' }),
      ...(obserwowane && { following: 'true' }),
    }),
    enabled: isList,
  });
  const search = useSearchWords((typed) => narrow({ szukaj: typed }));
  const present = {
    ...(szukaj && { search: szukaj }),
    ...(etap && { stage: etap }),
    ...(zasieg && { level: zasieg }),
    ...(cel && { goal: cel }),
    ...(nasze && { mine: true as const }),
    ...(obserwowane && { following: true as const }),
  };
  const isFiltered = Boolean(szukaj || etap || zasieg || cel || nasze || obserwowane);
  const ours = (
    <Checkbox isSelected={nasze ?? false} onChange={(chosen) => narrow({ nasze: chosen })}>
      {t('onlyOurs')}
    </Checkbox>
  );
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          abilities.proposeInitiative && (
            <ButtonLink to="/app/inicjatywy/nowa" kind="primary">
              {t('propose.action')}
            </ButtonLink>
          )
        }
      />
      <InitiativePlaces />
      <nav aria-label={t('views.label')} className="print:hidden">
        <ul className="flex flex-wrap gap-1">
          {views.map((view) => (
            <li key={view ?? 'lista'}>
              <RouterLink
                from="/app/inicjatywy"
                to="."
                search={(now) => ({ ...now, widok: view })}
                activeOptions={{ exact: true }}
                className="inline-flex min-h-11 items-center rounded-control px-3 text-soft hover:bg-sea-wash hover:text-sea aria-[current=page]:bg-sea-wash aria-[current=page]:font-semibold aria-[current=page]:text-sea"
              >
                {t(`views.${view ?? 'lista'}`)}
              </RouterLink>
            </li>
          ))}
        </ul>
      </nav>
      {!isList ? (
        <>
          <search className="flex flex-wrap gap-x-6 print:hidden">
            {ours}
            {widok === 'tablica' && (
              <Checkbox isSelected={zakonczone ?? false} onChange={(chosen) => narrow({ zakonczone: chosen })}>
                {t('board.ended')}
              </Checkbox>
            )}
          </search>
          <Suspense fallback={<RowsSkeleton />}>
            {widok === 'tablica' ? (
              <Board mine={nasze ?? false} ended={zakonczone ?? false} />
            ) : (
              <Timeline mine={nasze ?? false} />
            )}
          </Suspense>
        </>
      ) : (
        <>
          <search className="flex flex-wrap items-end gap-4 print:hidden">
            <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={search} />
            <Select<InitiativeStage | ''>
              label={t('stageLabel')}
              value={etap ?? ''}
              onChange={(value) => narrow({ etap: value })}
              options={[
                { value: '', label: t('anyStage') },
                ...initiativeStages.map((value) => ({ value, label: t(`stage.${value}`) })),
              ]}
            />
            <Select<InitiativeLevel | ''>
              label={t('levelLabel')}
              value={zasieg ?? ''}
              onChange={(value) => narrow({ zasieg: value })}
              options={[
                { value: '', label: t('anyLevel') },
                ...initiativeLevels.map((value) => ({ value, label: t(`level.${value}`) })),
              ]}
            />
            <GoalFilter value={cel} onChange={(value) => narrow({ cel: value })} />
            {ours}
            <Checkbox isSelected={obserwowane ?? false} onChange={(chosen) => narrow({ obserwowane: chosen })}>
              {t('onlyFollowed')}
            </Checkbox>
          </search>
          <SavedFilters present={isFiltered ? present : null} />
          <Paged
            query={query}
            empty={
              isFiltered ? (
                <EmptyState title={t('none.filtered')} action={<Link to="/app/inicjatywy">{t('none.clear')}</Link>}>
                  {t('none.filteredNext')}
                </EmptyState>
              ) : (
                <EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>
              )
            }
          >
            {(initiatives) => (
              <Rows>
                {initiatives.map((initiative) => (
                  <InitiativeRow key={initiative.id} initiative={initiative} />
                ))}
              </Rows>
            )}
          </Paged>
        </>
      )}
    </div>
  );
};
