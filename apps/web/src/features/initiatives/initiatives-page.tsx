import type { Goal, InitiativeLevel, InitiativeStage, InitiativeSummary } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { goals, initiativeLevels, initiativeStages } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { InitiativePlaces } from '../../lib/initiative-places.tsx';
import { useLocalized } from '../../lib/i18n.ts';
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
import { Scroller } from '../../ui/table.tsx';
import { initiativesQuery } from './initiatives.queries.ts';
import { StageSign } from './stage.tsx';

const route = getRouteApi('/app/inicjatywy');

/** The stages of which the board has columns: what has ended stands in the list. */
const columns: readonly InitiativeStage[] = ['IDEA', 'PREPARATION', 'APPLIED', 'FUNDED', 'RUNNING'];

/** The milestone that comes next, and how late it is. */
const Next = ({ initiative: { nextMilestone } }: { readonly initiative: InitiativeSummary }) => {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  if (!nextMilestone) return null;
  const { title, dueOn, late } = nextMilestone;
  return (
    <p className={late ? 'text-small font-semibold text-bad' : 'text-small text-soft'}>
      {t(late ? 'milestones.overdue' : 'milestones.next', { milestone: title, day: format.shortDay(dueOn) })}
    </p>
  );
};

const InitiativeRow = ({ initiative }: { readonly initiative: InitiativeSummary }) => {
  const { t } = useTranslation(['initiatives', 'life']);
  const localized = useLocalized();
  const { id, title, summary, stage, level, lead, parts, following } = initiative;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">
          <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: id }} look="plain">
            {localized(title)}
          </Link>
        </h2>
        <p className="line-clamp-2 max-w-prose text-soft">{localized(summary)}</p>
        <p className="text-small text-soft">
          {[
            t(`level.${level}`),
            lead ? t('ledBy', { name: lead.name }) : t('noLead'),
            t('parts', { count: parts.all, confirmed: parts.confirmed }),
          ].join(' · ')}
        </p>
        <Next initiative={initiative} />
      </div>
      <div className="flex flex-wrap gap-2">
        {following && <Status tone="idle">{t('following')}</Status>}
        <StageSign stage={stage} />
      </div>
    </li>
  );
};

/** A column of the board: what stands at one stage. */
const Column = ({ stage, mine }: { readonly stage: InitiativeStage; readonly mine: boolean }) => {
  const { t } = useTranslation('initiatives');
  const localized = useLocalized();
  const query = useInfiniteQuery(initiativesQuery({ stage, ...(mine && { mine: 'true' }) }));
  return (
    <section aria-label={t(`stage.${stage}`)} className="flex w-64 shrink-0 flex-col gap-3">
      <h2 className="border-b border-control pb-2 font-semibold">{t(`stage.${stage}`)}</h2>
      <Paged query={query} empty={<p className="text-small text-soft">{t('board.none')}</p>}>
        {(items) => (
          <ul className="flex flex-col gap-3">
            {items.map((initiative) => (
              <li key={initiative.id} className="flex flex-col gap-1 rounded-control border border-line bg-surface p-3">
                <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId: initiative.id }} look="plain">
                  {localized(initiative.title)}
                </Link>
                <p className="text-small text-soft">
                  {initiative.lead ? t('ledBy', { name: initiative.lead.name }) : t('noLead')}
                </p>
                <Next initiative={initiative} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
};

/** What the gminas undertake together: as a list to search, or as a board by stage. */
export const InitiativesPage = () => {
  const { t } = useTranslation(['initiatives', 'life', 'common']);
  const navigate = useNavigate({ from: '/app/inicjatywy' });
  const { abilities } = useSession();
  const { szukaj, etap, zasieg, cel, nasze, obserwowane, widok } = route.useSearch();
  const isBoard = widok === 'tablica';
  const query = useInfiniteQuery({
    ...initiativesQuery({
      ...(szukaj && { search: szukaj }),
      ...(etap && { stage: etap }),
      ...(zasieg && { level: zasieg }),
      ...(cel && { goal: cel }),
      ...(nasze && { mine: 'true' }),
      ...(obserwowane && { following: 'true' }),
    }),
    enabled: !isBoard,
  });
  const search = useSearchWords((typed) => navigate({ search: (now) => ({ ...now, szukaj: typed }), replace: true }));
  const isFiltered = Boolean(szukaj || etap || zasieg || cel || nasze || obserwowane);
  const ours = (
    <Checkbox
      isSelected={nasze ?? false}
      onChange={(chosen) => void navigate({ search: (now) => ({ ...now, nasze: chosen || undefined }), replace: true })}
    >
      {t('onlyOurs')}
    </Checkbox>
  );
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {abilities.proposeInitiative && (
              <ButtonLink to="/app/inicjatywy/nowa" kind="primary">
                {t('propose.action')}
              </ButtonLink>
            )}
            <ButtonLink
              to="/app/inicjatywy"
              search={(now) => ({ ...now, widok: isBoard ? undefined : ('tablica' as const) })}
              kind="quiet"
            >
              {t(isBoard ? 'asList' : 'asBoard')}
            </ButtonLink>
          </>
        }
      />
      <InitiativePlaces />
      {isBoard ? (
        <>
          <search>{ours}</search>
          <Scroller label={t('board.label')}>
            <div className="flex gap-5 pb-3">
              {columns.map((stage) => (
                <Column key={stage} stage={stage} mine={nasze ?? false} />
              ))}
            </div>
          </Scroller>
        </>
      ) : (
        <>
          <search className="flex flex-wrap items-end gap-4 print:hidden">
            <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={search} />
            <Select<InitiativeStage | ''>
              label={t('stageLabel')}
              value={etap ?? ''}
              onChange={(value) =>
                void navigate({ search: (now) => ({ ...now, etap: value || undefined }), replace: true })
              }
              options={[
                { value: '', label: t('anyStage') },
                ...initiativeStages.map((value) => ({ value, label: t(`stage.${value}`) })),
              ]}
            />
            <Select<InitiativeLevel | ''>
              label={t('levelLabel')}
              value={zasieg ?? ''}
              onChange={(value) =>
                void navigate({ search: (now) => ({ ...now, zasieg: value || undefined }), replace: true })
              }
              options={[
                { value: '', label: t('anyLevel') },
                ...initiativeLevels.map((value) => ({ value, label: t(`level.${value}`) })),
              ]}
            />
            <Select<Goal | ''>
              label={t('life:goalFilter')}
              value={cel ?? ''}
              onChange={(value) =>
                void navigate({ search: (now) => ({ ...now, cel: value || undefined }), replace: true })
              }
              options={[
                { value: '', label: t('life:anyGoal') },
                ...goals.map((value) => ({ value, label: t(`life:goal.${value}`) })),
              ]}
            />
            {ours}
            <Checkbox
              isSelected={obserwowane ?? false}
              onChange={(chosen) =>
                void navigate({ search: (now) => ({ ...now, obserwowane: chosen || undefined }), replace: true })
              }
            >
              {t('onlyFollowed')}
            </Checkbox>
          </search>
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
