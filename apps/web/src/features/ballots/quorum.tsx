import type { BallotView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Progress } from '../../ui/progress.tsx';
import { Section } from '../../ui/section.tsx';

/** Whether enough vote, or did, in a sentence; undefined before the ballot opens, and where it was withdrawn: it needs no quorum. */
export const useQuorumWords = (): ((
  ballot: Pick<BallotView, 'phase' | 'quorumNeeded' | 'turnout'>,
) => string | undefined) => {
  const { t } = useTranslation('ballots');
  return ({ phase, turnout, quorumNeeded }) => {
    if (!turnout || phase === 'WITHDRAWN') return undefined;
    const needed = quorumNeeded ?? 0;
    const missing = needed - turnout.voted;
    const isOver = phase !== 'OPEN';
    if (needed === 0) return t(isOver ? 'quorumOf.noneAfter' : 'quorumOf.none');
    if (missing <= 0) return t(isOver ? 'quorumOf.reachedAfter' : 'quorumOf.reached', { needed });
    return t(isOver ? 'quorumOf.missed' : 'quorumOf.missing', { count: missing });
  };
};

/** How many have voted, and whether that is a quorum. */
export const Quorum = ({ ballot }: { readonly ballot: BallotView }) => {
  const { t } = useTranslation('ballots');
  const words = useQuorumWords()(ballot);
  const { turnout } = ballot;
  if (!turnout) return null;
  return (
    <Section title={words ?? t('quorumOf.withdrawn')}>
      <Progress
        value={turnout.voted}
        total={turnout.electorate}
        label={t('turnout', { voted: turnout.voted, electorate: turnout.electorate })}
      />
    </Section>
  );
};
