import type { CallState, CallSummary } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callStates } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { InitiativePlaces } from '../../lib/initiative-places.tsx';
import { GoalFilter } from '../../lib/goal-filter.tsx';
import { LocalizedText, Topics } from '../../lib/localized-text.tsx';
import { narrowed, type Narrowing } from '../../lib/narrow.ts';
import { Paged } from '../../lib/paged.tsx';
import { useSearchWords } from '../../lib/search-words.ts';
import { useSession } from '../../lib/session.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Joined } from '../../ui/joined.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { CallStateSign, MatchSign, Reasons, useGrantWords } from './call-words.tsx';
import { callsQuery } from './funding.queries.ts';

const CalendarDialog = lazy(async () => ({ default: (await import('./calendar-dialog.tsx')).CalendarDialog }));

const route = getRouteApi('/app/nabory');

interface CallRowProps {
  readonly call: CallSummary;
  /** Whether it is said how it fits the viewer's own gmina. */
  readonly isExplained: boolean;
}

const CallRow = ({ call, isExplained }: CallRowProps) => {
  const { t } = useTranslation('funding');
  const format = useFormat();
  const grantWords = useGrantWords();
  const { id, programme, title, state, next, topics, following, ours } = call;
  const deadline = next
    ? [
        t(next.stage === 'FIRST' ? 'firstBy' : 'by', { day: format.shortDay(next.on) }),
        t('daysLeft', { count: next.daysLeft }),
      ].join(', ')
    : undefined;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">
          <Link to="/app/nabory/$callId" params={{ callId: id }} look="plain">
            <LocalizedText of={title} />
          </Link>
        </h2>
        <p className="text-small text-soft">
          <Joined
            parts={[
              <LocalizedText key="programme" of={programme.name} />,
              grantWords(call),
              topics.length > 0 && <Topics key="topics" of={topics} />,
            ]}
          />
        </p>
        {deadline && <p className={state === 'CLOSING_SOON' ? 'text-small font-semibold' : 'text-small'}>{deadline}</p>}
        {isExplained && ours && ours.outcome !== 'NOT' && <Reasons match={ours} currency={call.currency} />}
      </div>
      <div className="flex flex-wrap gap-2">
        {following && <Status tone="idle">{t('following')}</Status>}
        {isExplained && ours && ours.outcome !== 'NOT' && <MatchSign match={ours} />}
        <CallStateSign state={state} />
      </div>
    </li>
  );
};

/** Calls of the programmes: what is ahead, and what of it is for one's own gmina. */
export const CallsPage = () => {
  const { t } = useTranslation('funding');
  const navigate = useNavigate({ from: '/app/nabory' });
  const narrow = (change: Narrowing<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (now) => ({ ...now, ...narrowed(change) }), replace: true });
  const { abilities } = useSession();
  const { szukaj, stan, cel, temat, dlanas, obserwowane } = route.useSearch();
  const [isCalendarOpen, setCalendarOpen] = useState(false);
  const query = useInfiniteQuery(
    callsQuery({
      ...(szukaj && { search: szukaj }),
      ...(stan && { state: stan }),
      ...(cel && { goal: cel }),
      ...(temat && { topic: temat }),
      ...(dlanas && { ours: 'true' }),
      ...(obserwowane && { following: 'true' }),
    }),
  );
  const search = useSearchWords((typed) => narrow({ szukaj: typed }));
  const isFiltered = Boolean(szukaj || stan || cel || temat || dlanas || obserwowane);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {abilities.keepCalls && (
              <>
                <ButtonLink to="/app/nabory/nowy" kind="primary">
                  {t('announce.action')}
                </ButtonLink>
                <ButtonLink to="/app/nabory/import">{t('import.action')}</ButtonLink>
              </>
            )}
            <Button onPress={() => setCalendarOpen(true)}>{t('calendar.action')}</Button>
          </>
        }
      />
      <InitiativePlaces />
      <nav aria-label={t('places.label')} className="flex flex-wrap gap-x-6 gap-y-2 print:hidden">
        <Link to="/app/nabory/programy">{t('places.programmes')}</Link>
        <Link to="/app/nabory/potrzeby">{t('places.needs')}</Link>
        <Link to="/app/nabory/sesje">{t('places.sessions')}</Link>
      </nav>
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('search')} value={szukaj ?? ''} onSearch={search} />
        <Select<CallState | ''>
          label={t('stateLabel')}
          value={stan ?? ''}
          onChange={(value) => narrow({ stan: value })}
          options={[
            { value: '', label: t('anyState') },
            ...callStates.map((value) => ({ value, label: t(`state.${value}`) })),
          ]}
        />
        <GoalFilter value={cel} onChange={(value) => narrow({ cel: value })} />
        {abilities.stateNeeds && (
          <Checkbox isSelected={dlanas ?? false} onChange={(chosen) => narrow({ dlanas: chosen })}>
            {t('onlyOurs')}
          </Checkbox>
        )}
        <Checkbox isSelected={obserwowane ?? false} onChange={(chosen) => narrow({ obserwowane: chosen })}>
          {t('onlyFollowed')}
        </Checkbox>
      </search>
      <Paged
        query={query}
        empty={
          dlanas && !szukaj && !stan && !cel ? (
            <EmptyState title={t('none.ours')} action={<Link to="/app/nabory/potrzeby">{t('none.oursAction')}</Link>}>
              {t('none.oursNext')}
            </EmptyState>
          ) : isFiltered ? (
            <EmptyState title={t('none.filtered')} action={<Link to="/app/nabory">{t('none.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>
          )
        }
      >
        {(calls) => (
          <Rows>
            {calls.map((call) => (
              <CallRow key={call.id} call={call} isExplained={dlanas ?? false} />
            ))}
          </Rows>
        )}
      </Paged>
      <Suspense>{isCalendarOpen && <CalendarDialog onClose={() => setCalendarOpen(false)} />}</Suspense>
    </div>
  );
};
