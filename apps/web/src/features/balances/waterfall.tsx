import type { BalanceView } from '@blizej/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { DataTable } from '../../ui/table.tsx';
import { Section } from '../../ui/section.tsx';
import { Bars, type Bar } from './bars.tsx';

interface BalanceProps {
  readonly balance: BalanceView;
}

/** What the year comes to, in one sentence. */
const useFinding = (): ((balance: Pick<BalanceView, 'due' | 'value'>) => string) => {
  const { t } = useTranslation('balances');
  const format = useFormat();
  return ({ due, value }) => {
    if (due === null) return t('finding.withoutDues', { value: format.money(value) });
    if (value === 0) return t('finding.nothing');
    if (due === 0) return t('finding.free', { value: format.money(value) });
    return t('finding.ratio', { ratio: format.money(Math.round((value * 100) / due)) });
  };
};

/** The year as a waterfall: the dues lead down, each kind of value up, to what is left; and the same as a table. */
export const Waterfall = ({ balance }: BalanceProps) => {
  const { t } = useTranslation('balances');
  const format = useFormat();
  const finding = useFinding();
  const { due, kinds, value, result } = balance;
  const bars: Bar[] = [];
  let level = 0;
  const step = (key: string, label: string, amount: number): void => {
    bars.push({
      key,
      label,
      amount: format.money(amount),
      from: level,
      to: level + amount,
      look: amount < 0 ? 'cost' : 'value',
    });
    level += amount;
  };
  if (due !== null) step('DUES', t('dues'), -due);
  for (const { kind, amount } of kinds) if (amount !== 0) step(kind, t(`kind.${kind}`), amount);
  if (result !== null) {
    bars.push({ key: 'RESULT', label: t('result'), amount: format.money(result), from: 0, to: result, look: 'result' });
  }
  const rows = [
    ...(due === null ? [] : [{ key: 'DUES', name: t('dues'), amount: format.money(-due) }]),
    ...kinds.map(({ kind, amount }) => ({ key: kind, name: t(`kind.${kind}`), amount: format.money(amount) })),
    { key: 'VALUE', name: t('value'), amount: format.money(value) },
    ...(result === null ? [] : [{ key: 'RESULT', name: t('result'), amount: format.money(result) }]),
  ];
  return (
    <Section title={t('picture.title')} aside={t('picture.confirmedOnly')}>
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[1fr_24rem]">
        <Bars
          title={finding(balance)}
          bars={bars}
          legend={[
            { look: 'cost', label: t('picture.cost') },
            { look: 'value', label: t('picture.value') },
            { look: 'result', label: t('result') },
          ]}
        />
        <DataTable
          caption={t('picture.table')}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { name: t('picture.position'), cell: ({ name }) => name },
            { name: t('amount'), numeric: true, cell: ({ amount }) => amount },
          ]}
        />
      </div>
    </Section>
  );
};

/** The years beside each other: what was paid, and what came of it; and the same as a table. */
export const Years = ({ balance: { years } }: BalanceProps) => {
  const { t } = useTranslation('balances');
  const format = useFormat();
  const oldestFirst = years.toReversed();
  const bars: Bar[] = oldestFirst.flatMap(({ year, due, value }) => [
    ...(due === null
      ? []
      : [
          {
            key: `${year}due`,
            label: t('years.due', { year }),
            amount: format.money(due),
            from: 0,
            to: due,
            look: 'cost' as const,
          },
        ]),
    {
      key: `${year}value`,
      label: t('years.value', { year }),
      amount: format.money(value),
      from: 0,
      to: value,
      look: value < 0 ? ('cost' as const) : ('value' as const),
    },
  ]);
  const sum = (of: (year: (typeof years)[number]) => number): string =>
    format.money(years.reduce((total, year) => total + of(year), 0));
  return (
    <Section title={t('years.title')}>
      <div className="flex flex-col gap-8">
        <Bars
          title={t('years.finding', { due: sum(({ due }) => due ?? 0), value: sum(({ value }) => value) })}
          bars={bars}
          legend={[
            { look: 'cost', label: t('picture.cost') },
            { look: 'value', label: t('picture.value') },
          ]}
        />
        <DataTable
          caption={t('years.table')}
          rows={years}
          rowKey={({ year }) => String(year)}
          columns={[
            {
              name: t('year'),
              cell: ({ year, closed }) => (closed ? t('years.closed', { year }) : String(year)),
            },
            { name: t('dues'), numeric: true, cell: ({ due }) => (due === null ? '–' : format.money(due)) },
            { name: t('value'), numeric: true, cell: ({ value }) => format.money(value) },
            { name: t('result'), numeric: true, cell: ({ result }) => (result === null ? '–' : format.money(result)) },
          ]}
        />
      </div>
    </Section>
  );
};
