import type { BallotView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';

/** What one has to know of a ballot before anything else; nothing while it is open, or closed. */
export const Standing = ({ ballot }: { readonly ballot: BallotView }) => {
  const { t } = useTranslation('ballots');
  const format = useFormat();
  const { phase, withdrawal, opensAt, abilities } = ballot;
  if (phase === 'WITHDRAWN') {
    return (
      <Notice kind="care" title={t('standing.withdrawn')}>
        <p className="whitespace-pre-line">{withdrawal}</p>
      </Notice>
    );
  }
  if (phase === 'COUNTING') {
    return (
      <Notice kind="calm" title={t('standing.counting')} announced>
        <p>{t('standing.countingNext')}</p>
      </Notice>
    );
  }
  if (phase === 'UNCOUNTABLE') {
    return (
      <Notice kind="bad" title={t('standing.uncountable')}>
        <p>{t(abilities.withdraw ? 'standing.uncountableNext' : 'standing.uncountableWait')}</p>
      </Notice>
    );
  }
  if (phase === 'SCHEDULED' && opensAt) {
    return <Notice kind="calm" title={t('standing.scheduled', { moment: format.moment(opensAt) })} />;
  }
  return phase === 'DRAFT' && <Notice kind="calm" title={t('standing.draft')} />;
};
