import type { BallotSummary } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ballotStates } from '../../lib/choices.ts';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Paged } from '../../lib/paged.tsx';
import { useSession } from '../../lib/session.ts';
import { VoicePlaces } from '../../lib/voice-places.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Rows } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { BallotStatus } from './ballot-status.tsx';
import { ballotsQuery } from './ballots.queries.ts';

const route = getRouteApi('/app/glosowania');

/** When it opens, closes or closed. */
const useWhen = (): ((ballot: BallotSummary) => string) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  return ({ phase, opensAt, closesAt, closedAt }) =>
    phase === 'SCHEDULED' && opensAt
      ? t('when.opens', { moment: format.moment(opensAt) })
      : phase === 'OPEN' || phase === 'DRAFT'
        ? t('when.closes', { moment: format.moment(closesAt) })
        : phase === 'WITHDRAWN'
          ? t('phase.WITHDRAWN')
          : t('when.closed', { moment: format.moment(closedAt ?? closesAt) });
};

const BallotRow = ({ ballot }: { readonly ballot: BallotSummary }) => {
  const { t } = useTranslation('ballots');
  const when = useWhen();
  const { id, title, nature, phase, outcome, turnout, mine } = ballot;
  const waits = phase === 'OPEN' && mine?.voted === false;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-4">
      <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1">
        <Link to="/app/glosowania/$ballotId" params={{ ballotId: id }} look="plain">
          <LocalizedText of={title} />
        </Link>
        <p className="text-small text-soft">{[t(`nature.${nature}`), when(ballot)].join(' · ')}</p>
        {mine && phase === 'OPEN' && (
          <p className={waits ? 'text-small font-semibold text-amber-text' : 'text-small text-soft'}>
            {t(waits ? 'mine.waits' : 'mine.voted')}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {turnout && (
          <Progress
            value={turnout.voted}
            total={turnout.electorate}
            label={t('turnout', { voted: turnout.voted, electorate: turnout.electorate })}
          />
        )}
        <BallotStatus phase={phase} outcome={outcome} />
      </div>
    </li>
  );
};

/** All ballots, the last to close first. */
export const BallotsPage = () => {
  const { t } = useTranslation('ballots');
  const navigate = useNavigate({ from: '/app/glosowania' });
  const { abilities } = useSession();
  const { stan } = route.useSearch();
  const query = useInfiniteQuery(ballotsQuery(stan ? { state: stan } : {}));
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <ButtonLink to="/app/glosowania/pelnomocnictwa">{t('proxy.list')}</ButtonLink>
            {abilities.writeBallot && (
              <ButtonLink to="/app/glosowania/nowe" kind="primary">
                {t('write.title')}
              </ButtonLink>
            )}
          </>
        }
      />
      <VoicePlaces />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <Select<(typeof ballotStates)[number] | ''>
          label={t('state')}
          value={stan ?? ''}
          onChange={(value) => void navigate({ search: { stan: value || undefined }, replace: true })}
          options={[
            { value: '', label: t('anyState') },
            ...ballotStates
              .filter((state) => state !== 'DRAFT' || abilities.writeBallot)
              .map((value) => ({ value, label: t(`phase.${value}`) })),
          ]}
        />
      </search>
      <Paged
        query={query}
        empty={
          stan ? (
            <EmptyState title={t('none.filtered')} action={<Link to="/app/glosowania">{t('none.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none.title')}>{t('none.next')}</EmptyState>
          )
        }
      >
        {(ballots) => (
          <Rows>
            {ballots.map((ballot) => (
              <BallotRow key={ballot.id} ballot={ballot} />
            ))}
          </Rows>
        )}
      </Paged>
    </div>
  );
};
