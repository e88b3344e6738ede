import type { IdeaState, IdeaSummary } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { ideaStates } from '../../lib/choices.ts';
import { ExportButtons } from '../../lib/export-buttons.tsx';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { InitiativePlaces } from '../../lib/initiative-places.tsx';
import { GoalFilter } from '../../lib/goal-filter.tsx';
import { Topics } from '../../lib/localized-text.tsx';
import { narrowed, type Narrowing } from '../../lib/narrow.ts';
import { Paged } from '../../lib/paged.tsx';
import { useSearchWords } from '../../lib/search-words.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Joined } from '../../ui/joined.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { ideasQuery } from './ideas.queries.ts';
import { StateSign } from './state.tsx';

const route = getRouteApi('/app/pomysly');

const IdeaRow = ({ idea }: { readonly idea: IdeaSummary }) => {
  const { t } = useTranslation('ideas');
  const format = useFormat();
  const { id, title, state, audience, organization, topics, submittedAt, dueOn, revisitOn, supports, following } = idea;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">
          <Link to="/app/pomysly/$ideaId" params={{ ideaId: id }} look="plain">
            {title}
          </Link>
        </h2>
        <p className="text-small text-soft">
          <Joined
            parts={[
              organization.name,
              t('submitted', { day: format.relativeMoment(submittedAt) }),
              supports > 0 && t('supports', { count: supports }),
              topics.length > 0 && <Topics of={topics} />,
            ]}
          />
        </p>
        {state === 'SUBMITTED' && (
          <p className={idea.late ? 'text-small font-semibold text-bad' : 'text-small text-soft'}>
            {t('answerBy', { day: format.shortDay(dueOn) })}
          </p>
        )}
        {revisitOn !== null && (
          <p className="text-small text-soft">{t('revisit', { day: format.shortDay(revisitOn) })}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {audience === 'GMINA' && <Status tone="idle">{t('kept')}</Status>}
        {following && <Status tone="idle">{t('following')}</Status>}
        <StateSign idea={idea} />
      </div>
    </li>
  );
};

/** The idea box: what people of the gminas would have the association do, and what was answered. */
export const IdeasPage = () => {
  const { t } = useTranslation(['ideas', 'common']);
  const navigate = useNavigate({ from: '/app/pomysly' });
  const narrow = (change: Narrowing<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (now) => ({ ...now, ...narrowed(change) }), replace: true });
  const { abilities } = useSession();
  const { szukaj, stan, cel, nasze, obserwowane, spoznione } = route.useSearch();
  const filters = {
    ...(szukaj && { search: szukaj }),
    ...(stan && { state: stan }),
    ...(cel && { goal: cel }),
    ...(nasze && { mine: 'true' as const }),
    ...(obserwowane && { following: 'true' as const }),
    ...(spoznione && { late: 'true' as const }),
  };
  const query = useInfiniteQuery(ideasQuery(filters));
  const save = useDownload(api.exportIdeas);
  const search = useSearchWords((typed) => narrow({ szukaj: typed }));
  const isFiltered = Object.keys(filters).length > 0;
  const counts = query.data?.pages[0];
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          abilities.submitIdea && (
            <ButtonLink to="/app/pomysly/nowy" kind="primary">
              {t('submit.action')}
            </ButtonLink>
          )
        }
      />
      <InitiativePlaces />
      {counts && counts.waiting > 0 && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Link to="/app/pomysly" search={{ stan: 'SUBMITTED' }}>
            {t('waiting', { count: counts.waiting })}
          </Link>
          {counts.late > 0 && (
            <Link to="/app/pomysly" search={{ spoznione: true }}>
              {t('lateCount', { count: counts.late })}
            </Link>
          )}
        </p>
      )}
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={search} />
        <Select<IdeaState | ''>
          label={t('common:state')}
          value={stan ?? ''}
          onChange={(value) => narrow({ stan: value })}
          options={[
            { value: '', label: t('anyState') },
            ...ideaStates.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
        <GoalFilter value={cel} onChange={(value) => narrow({ cel: value })} />
        {abilities.submitIdea && (
          <Checkbox isSelected={nasze ?? false} onChange={(chosen) => narrow({ nasze: chosen })}>
            {t('onlyOurs')}
          </Checkbox>
        )}
        <Checkbox isSelected={obserwowane ?? false} onChange={(chosen) => narrow({ obserwowane: chosen })}>
          {t('onlyFollowed')}
        </Checkbox>
        <Checkbox isSelected={spoznione ?? false} onChange={(chosen) => narrow({ spoznione: chosen })}>
          {t('onlyLate')}
        </Checkbox>
      </search>
      <Paged
        query={query}
        empty={
          isFiltered ? (
            <EmptyState title={t('none.filtered')} action={<Link to="/app/pomysly">{t('none.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>
          )
        }
      >
        {(ideas) => (
          <Rows>
            {ideas.map((idea) => (
              <IdeaRow key={idea.id} idea={idea} />
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
