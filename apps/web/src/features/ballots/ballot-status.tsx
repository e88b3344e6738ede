import type { BallotOutcome, BallotPhase, BallotSummary } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Status, type Tone } from '../../ui/status.tsx';

const phaseTone: Record<BallotPhase, Tone> = {
  DRAFT: 'idle',
  SCHEDULED: 'waiting',
  OPEN: 'active',
  COUNTING: 'waiting',
  UNCOUNTABLE: 'back',
  CLOSED: 'ended',
  WITHDRAWN: 'ended',
};

const outcomeTone: Record<BallotOutcome, Tone> = { ADOPTED: 'good', REJECTED: 'ended', NO_DECISION: 'back' };

/** How a ballot stands: once it is closed, what it has decided. */
export const BallotStatus = ({ phase, outcome }: Pick<BallotSummary, 'phase' | 'outcome'>) => {
  const { t } = useTranslation('ballots');
  return outcome ? (
    <Status tone={outcomeTone[outcome]}>{t(`outcome.${outcome}`)}</Status>
  ) : (
    <Status tone={phaseTone[phase]}>{t(`phase.${phase}`)}</Status>
  );
};
