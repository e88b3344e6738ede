import type { NetworkView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { daysBetween, useFormat } from '../../lib/format.ts';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';

/** How many days before its end a mandate is warned of: as many as those concerned are first told. */
const endingWithin = 60;

/** What a network needs done: its mandate is not in force, its time is over, its review is due, it is closing. */
export const Warnings = ({ network }: { readonly network: NetworkView }) => {
  const { t } = useTranslation('life');
  const format = useFormat();
  const { id, state, mandate, mandateStanding, endsOn, reviewDue, abilities } = network;
  const isAtWork = state === 'ACTIVE';
  const mandateEndsOn = mandateStanding === 'IN_FORCE' ? (mandate?.validUntil ?? null) : null;
  return (
    <>
      {isAtWork && mandateStanding !== null && mandateStanding !== 'IN_FORCE' && (
        <Notice kind="care" title={t(`warning.${mandateStanding}`)}>
          <p>{t(`warning.${mandateStanding}Next`)}</p>
        </Notice>
      )}
      {isAtWork && mandateEndsOn !== null && daysBetween(format.today, mandateEndsOn) <= endingWithin && (
        <Notice kind="care" title={t('warning.ending', { day: format.day(mandateEndsOn) })}>
          <p>{t('warning.endingNext')}</p>
        </Notice>
      )}
      {isAtWork && endsOn !== null && daysBetween(format.today, endsOn) < 0 && (
        <Notice kind="care" title={t('overdue.title')}>
          <p>{t('overdue.next', { day: format.day(endsOn) })}</p>
        </Notice>
      )}
      {reviewDue && (
        <Notice kind="care" title={t('reviewDue.title')}>
          <p>{t('reviewDue.next')}</p>
        </Notice>
      )}
      {state === 'CLOSING' && (
        <Notice kind="calm" title={t('report.closing.title')}>
          <p>{t('report.closing.next')}</p>
        </Notice>
      )}
      {abilities.readReport && (
        <p>
          <Link to="/app/sieci/$networkId/sprawozdanie" params={{ networkId: id }}>
            {t('report.open')}
          </Link>
        </p>
      )}
    </>
  );
};
