import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Asked } from '../../lib/asked.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLocalized } from '../../lib/i18n.ts';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { BallotStatus } from './ballot-status.tsx';
import { ballotQuery } from './ballots.queries.ts';
import { Votes } from './cast-vote.tsx';
import { NoVote } from './no-vote.tsx';
import { Standing } from './standing.tsx';
import { Fingerprint } from './fingerprint.tsx';

const route = getRouteApi('/app/glosowania/$ballotId/glos');

interface VotePageProps {
  /** What one is to read before one votes. */
  readonly about: ReactNode;
  /** The meeting in which it is held. */
  readonly meetingId: string | undefined;
  /** It decides on a position of the association. */
  readonly decides: boolean;
}

/** Where the link of a letter leads: the question, what it is about, the three choices, and nothing else. */
export const VotePage = ({ about, meetingId, decides }: VotePageProps) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const localized = useLocalized();
  const { ballotId } = route.useParams();
  const { z } = route.useSearch();
  const { data: ballot } = useSuspenseQuery(ballotQuery(ballotId));
  return (
    <div className="flex max-w-2xl flex-col gap-3 sm:gap-7">
      <PageHeader title={ballot.title} />
      <p className="max-w-prose text-soft sm:text-lead">
        <Asked of={ballot.question} />
      </p>
      {ballot.outcome && (
        <div>
          <BallotStatus phase={ballot.phase} outcome={ballot.outcome} />
        </div>
      )}
      <Standing ballot={ballot} />
      {ballot.phase === 'OPEN' && (
        <p className="max-sm:text-small">
          {t('when.closes', { moment: format.moment(ballot.closesAt) })}
          {decides && <span className="text-soft"> · {t('about.decides')}</span>}
        </p>
      )}
      {about}
      {ballot.phase === 'CLOSED' && (
        <p>{t('when.closed', { moment: format.moment(ballot.closedAt ?? ballot.closesAt) })}</p>
      )}
      <NoVote ballot={ballot} meetingId={meetingId} />
      <Votes ballot={ballot} channel={z === 'list' ? 'LETTER' : 'PORTAL'} />
      <Fingerprint question={localized(ballot.question)} />
      <p>
        <Link to="/app/glosowania/$ballotId" params={{ ballotId }}>
          {t('sheet.whole')}
        </Link>
      </p>
    </div>
  );
};
