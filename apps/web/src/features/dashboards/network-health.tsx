import type { NetworkHealth } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Link } from '../../ui/link.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { Day } from '../../ui/time.tsx';

/** How the networks fare: who answers, what is late, how long the temporary ones still have. */
export const NetworkHealthTable = ({ networks }: { readonly networks: readonly NetworkHealth[] }) => {
  const { t } = useTranslation(['dashboards', 'common']);
  const format = useFormat();
  return (
    <DataTable
      caption={t('health.caption')}
      rows={networks}
      rowKey={({ id }) => id}
      columns={[
        {
          name: t('health.network'),
          cell: ({ id, name, state, mandateStanding, reviewDue, endsOn }) => (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link to="/app/sieci/$networkId" params={{ networkId: id }} look="plain">
                <LocalizedText of={name} />
              </Link>
              {state === 'CLOSING' && <Status tone="waiting">{t('common:networkState.CLOSING')}</Status>}
              {state === 'ACTIVE' && mandateStanding !== null && mandateStanding !== 'IN_FORCE' && (
                <Status tone="late">{t(`health.mandate.${mandateStanding}`)}</Status>
              )}
              {state === 'ACTIVE' && endsOn !== null && endsOn < format.today && (
                <Status tone="late">{t('health.over')}</Status>
              )}
              {reviewDue && <Status tone="waiting">{t('health.reviewDue')}</Status>}
            </span>
          ),
        },
        {
          name: t('health.answers'),
          cell: ({ answered, asked }) =>
            asked === 0 ? (
              <span className="text-soft">{t('health.nothingAsked')}</span>
            ) : (
              <Progress
                value={answered}
                total={asked}
                label={t('health.ofAsked', { answered: format.number(answered), asked: format.number(asked) })}
              />
            ),
        },
        {
          name: t('health.late'),
          cell: ({ lateCount }) =>
            lateCount === 0 ? (
              <span className="text-soft">{t('health.noneLate')}</span>
            ) : (
              <Status tone="late">{t('health.lateCount', { count: lateCount })}</Status>
            ),
        },
        { name: t('health.members'), numeric: true, cell: ({ memberCount }) => format.number(memberCount) },
        {
          name: t('health.clock'),
          cell: ({ endsOn }) =>
            endsOn ? <Day day={endsOn} /> : <span className="text-soft">{t('health.permanent')}</span>,
        },
      ]}
    />
  );
};
