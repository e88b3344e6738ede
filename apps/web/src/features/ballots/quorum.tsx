import type { BallotView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { Progress } from '../../ui/progress.tsx';
import { Section } from '../../ui/section.tsx';

/** Whether enough have voted, in a sentence; undefined before the ballot opens. */
export const useQuorumWords = (): ((ballot: Pick<BallotView, 'quorumNeeded' | 'turnout'>) => string | undefined) => {
  const { t } = useTranslation('ballots');
  return ({ turnout, quorumNeeded }) => {
    if (!turnout) return undefined;
    const needed = quorumNeeded ?? 0;
    if (needed === 0) return t('quorumOf.none');
    const missing = needed - turnout.voted;
    return missing > 0 ? t('quorumOf.missing', { count: missing }) : t('quorumOf.reached', { needed });
  };
};

/** How many have voted, and whether that is a quorum. */
export const Quorum = ({ ballot }: { readonly ballot: BallotView }) => {
  const { t } = useTranslation('ballots');
  const title = useQuorumWords()(ballot);
  const { turnout } = ballot;
  if (!turnout || title === undefined) return null;
  return (
    <Section title={title}>
      <Progress
        value={turnout.voted}
        total={turnout.electorate}
        label={t('turnout', { voted: turnout.voted, electorate: turnout.electorate })}
      />
    </Section>
  );
};
