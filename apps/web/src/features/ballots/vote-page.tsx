import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { BallotStatus } from './ballot-status.tsx';
import { ballotQuery } from './ballots.queries.ts';
import { Votes } from './cast-vote.tsx';
import { Standing } from './standing.tsx';

const route = getRouteApi('/app/glosowania/$ballotId/glos');

interface VotePageProps {
  /** What one is to read before one votes. */
  readonly about: ReactNode;
}

/** Where the link of a letter leads: the question, what it is about, the three choices, and nothing else. */
export const VotePage = ({ about }: VotePageProps) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const localized = useLocalized();
  const { ballotId } = route.useParams();
  const { z } = route.useSearch();
  const { data: ballot } = useSuspenseQuery(ballotQuery(ballotId));
  // Before and after it is open its standing says why.
  const nothing = ballot.phase === 'OPEN' && ballot.casts.length === 0 && !ballot.mine?.voted;
  return (
    <div className="flex max-w-2xl flex-col gap-7">
      <PageHeader title={localized(ballot.title)} lead={localized(ballot.question)} />
      {ballot.outcome && (
        <div>
          <BallotStatus phase={ballot.phase} outcome={ballot.outcome} />
        </div>
      )}
      <Standing ballot={ballot} />
      {ballot.phase === 'OPEN' && <p>{t('when.closes', { moment: format.moment(ballot.closesAt) })}</p>}
      {about}
      {ballot.phase === 'CLOSED' && (
        <p>{t('when.closed', { moment: format.moment(ballot.closedAt ?? ballot.closesAt) })}</p>
      )}
      {nothing && <Notice kind="calm" title={t('sheet.nothing')} />}
      <Votes ballot={ballot} channel={z === 'list' ? 'LETTER' : 'PORTAL'} />
      <p>
        <Link to="/app/glosowania/$ballotId" params={{ ballotId }}>
          {t('sheet.whole')}
        </Link>
      </p>
    </div>
  );
};
