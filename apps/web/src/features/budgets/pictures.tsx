import type { BudgetCurrency, BudgetPlan, BudgetView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../lib/i18n.ts';
import { Section } from '../../ui/section.tsx';
import { DataTable } from '../../ui/table.tsx';
import { mostOf, percentage } from './amounts.ts';
import { Bars } from './bars.tsx';
import { useAmounts } from './use-amounts.ts';

type Detail = NonNullable<BudgetView['detail']>;

interface PlannedProps {
  readonly plan: BudgetPlan;
  readonly shares: Detail['shares'];
}

/** Who has how much of the budget: the finding in the title, bars, and the same in a table. */
export const Planned = ({ plan, shares }: PlannedProps) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const { currency, converted } = plan;
  const rows = shares.map((share) => ({ ...share, total: share.grant + share.own }));
  const language = useLanguage();
  const { who, names, total: most } = mostOf(rows.map(({ organization, total }) => ({ ...organization, total })));
  const finding = {
    name: new Intl.ListFormat(language, { type: 'conjunction' }).format(names),
    percent: percentage(most, plan.total),
  };
  return (
    <Section title={t(`planned.most.${who}`, finding)}>
      <Bars
        legend={[t('grant'), t('own')]}
        bars={rows.map(({ organization, grant, total }) => ({
          key: organization.id,
          name: organization.name,
          says: money(total, currency),
          whole: total,
          filled: grant,
        }))}
      />
      <DataTable
        caption={t('planned.caption')}
        rows={[
          ...rows.map(({ organization, grant, own, total, converted: other }) => ({
            key: organization.id,
            name: organization.name,
            grant,
            own,
            total,
            other: other.total,
          })),
          {
            key: 'together',
            name: t('together'),
            grant: plan.grant,
            own: plan.own,
            total: plan.total,
            other: converted.total,
          },
        ]}
        rowKey={({ key }) => key}
        columns={[
          { name: t('participant'), cell: ({ name }) => name },
          { name: t('grant'), numeric: true, cell: ({ grant }) => money(grant, currency) },
          { name: t('own'), numeric: true, cell: ({ own }) => money(own, currency) },
          { name: t('total'), numeric: true, cell: ({ total }) => money(total, currency) },
          {
            name: t('planned.in', { currency: converted.currency }),
            numeric: true,
            cell: ({ other }) => money(other, converted.currency),
          },
          {
            name: t('planned.part'),
            numeric: true,
            cell: ({ total }) => t('percent', { percent: percentage(total, plan.total) }),
          },
        ]}
      />
      {converted.remainder !== 0 && (
        <p className="text-small text-soft">
          {t('planned.remainder', { amount: money(converted.remainder, converted.currency) })}
        </p>
      )}
    </Section>
  );
};

interface ReceivedProps {
  readonly budget: BudgetView;
  readonly currency: BudgetCurrency;
}

/** What has become of the planned grant: who takes part sees it by participant, other members its sums. */
export const Received = ({ budget: { balance, detail }, currency }: ReceivedProps) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const rows = (detail?.balances ?? []).map(({ organization, standing, ...sums }) => ({
    ...sums,
    key: organization.id,
    name: organization.name,
    gone: standing === 'WITHDRAWN' || standing === 'NOT_MEMBER',
  }));
  const together = { ...balance, key: 'together', name: t('together'), gone: false };
  const percent = percentage(balance.received, balance.planned);
  return (
    <Section title={t(balance.received === 0 ? 'received.nothing' : 'received.finding', { percent })}>
      <Bars
        legend={[t('received.received'), t('received.left')]}
        bars={(rows.length > 0 ? rows : [together]).map(({ key, name, planned, received }) => ({
          key,
          name,
          says: t('received.of', { received: money(received, currency), planned: money(planned, currency) }),
          whole: Math.max(planned, received),
          filled: received,
        }))}
      />
      <DataTable
        caption={t('received.caption')}
        rows={[...rows, together]}
        rowKey={({ key }) => key}
        columns={[
          { name: t('participant'), cell: ({ name, gone }) => (gone ? t('received.gone', { name }) : name) },
          { name: t('received.planned'), numeric: true, cell: ({ planned }) => money(planned, currency) },
          { name: t('received.claimed'), numeric: true, cell: ({ claimed }) => money(claimed, currency) },
          { name: t('received.accepted'), numeric: true, cell: ({ accepted }) => money(accepted, currency) },
          { name: t('received.received'), numeric: true, cell: ({ received }) => money(received, currency) },
          { name: t('received.left'), numeric: true, cell: ({ left }) => money(left, currency) },
        ]}
      />
    </Section>
  );
};
