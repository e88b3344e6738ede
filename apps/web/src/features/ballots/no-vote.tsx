import type { BallotView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../lib/session.ts';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';

interface NoVoteProps {
  readonly ballot: BallotView;
  /** The meeting in which it is held: there those vote who were there as it opened. */
  readonly meetingId: string | undefined;
  /** Told only to those who vote for a gmina: others have not come here to vote. */
  readonly forVoters?: boolean;
}

/** Why there is no vote to cast in an open ballot, and what one can do. */
export const NoVote = ({ ballot, meetingId, forVoters = false }: NoVoteProps) => {
  const { t } = useTranslation('ballots');
  const { abilities, actingFor } = useSession();
  const isVoter = actingFor?.office === 'EXECUTIVE' || actingFor?.office === 'DELEGATE';
  // Before and after it is open its standing says why.
  if (ballot.phase !== 'OPEN' || ballot.casts.length > 0 || ballot.mine?.voted) return null;
  if (forVoters && !isVoter) return null;
  const why = abilities.writeBallot
    ? 'secretariat'
    : !isVoter
      ? 'official'
      : meetingId === undefined
        ? 'notElector'
        : 'absent';
  return (
    <Notice kind="calm" title={t('sheet.nothing')}>
      <p>{t(`sheet.why.${why}`)}</p>
      {why === 'absent' && meetingId !== undefined && (
        <p>
          <Link to="/app/zebrania/$meetingId" params={{ meetingId }}>
            {t('sheet.toPresence')}
          </Link>
        </p>
      )}
    </Notice>
  );
};
