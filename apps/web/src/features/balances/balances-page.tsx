import type { BalancesView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { usePersonName } from '../../lib/person-name.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { Status } from '../../ui/status.tsx';
import { DataTable } from '../../ui/table.tsx';
import { balancesQuery } from './balances.queries.ts';

const CloseYearDialog = lazy(async () => ({ default: (await import('./close-year.tsx')).CloseYearDialog }));
const route = getRouteApi('/app/zarzadzanie/bilanse');

const Gminas = ({ balances: { gminas, year } }: { readonly balances: BalancesView }) => {
  const { t } = useTranslation('balances');
  const format = useFormat();
  return (
    <DataTable
      caption={t('all.table', { year })}
      rows={gminas}
      rowKey={({ organization }) => organization.id}
      columns={[
        {
          name: t('all.gmina'),
          cell: ({ organization: { id, name } }) => (
            <Link
              to="/app/gminy/$organizationId/bilans"
              params={{ organizationId: id }}
              search={{ rok: year }}
              look="plain"
            >
              {name}
            </Link>
          ),
        },
        {
          name: t('dues'),
          numeric: true,
          cell: ({ due, gap }) => (due === null ? t(`all.gap.${gap ?? 'RATE'}`) : format.money(due)),
        },
        { name: t('value'), numeric: true, cell: ({ value }) => format.money(value) },
        { name: t('result'), numeric: true, cell: ({ result }) => (result === null ? '–' : format.money(result)) },
        {
          name: t('all.waiting'),
          cell: ({ waiting }) =>
            waiting.count === 0 ? '–' : <Status tone="waiting">{t('all.entries', { count: waiting.count })}</Status>,
        },
      ]}
    />
  );
};

/** A year's balances of all gminas, for the secretariat. */
export const BalancesPage = () => {
  const { t } = useTranslation(['balances', 'common']);
  const format = useFormat();
  const named = usePersonName();
  const navigate = useNavigate({ from: '/app/zarzadzanie/bilanse' });
  const { rok } = route.useSearch();
  const { data: balances } = useSuspenseQuery(balancesQuery(rok));
  const [isClosing, setClosing] = useState(false);
  const save = useDownload(api.exportBalances);
  const { year, closed, gminas, total, abilities } = balances;
  const present = Number(format.today.slice(0, 4));
  const years = [...new Set([present, year, ...balances.years])].sort((one, other) => other - one);
  const gained = gminas.filter(({ result }) => result !== null && result > 0).length;
  const waiting = gminas.reduce((sum, one) => sum + one.waiting.count, 0);
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={t('all.title', { year })}
        lead={t('all.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/zarzadzanie" look="soft">
              {t('common:places.administration')}
            </Link>
          </Breadcrumbs>
        }
        actions={
          <>
            {abilities.close && (
              <Button kind="primary" onPress={() => setClosing(true)}>
                {t('close.action')}
              </Button>
            )}
            <Button isPending={save.isPending} onPress={() => save.mutate({ query: { year, format: 'xlsx' } })}>
              <Download aria-hidden className="size-5" />
              {t('asTable')}
            </Button>
            <DeedFailure error={save.error} />
          </>
        }
      />
      <search className="w-40 print:hidden">
        <Select
          label={t('year')}
          value={String(year)}
          onChange={(chosen) => void navigate({ search: { rok: Number(chosen) }, replace: true })}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
      </search>
      {closed && (
        <Notice kind="calm" title={t('closed.title', { year, day: format.day(format.dayOf(closed.at)) })}>
          <p>{t('closed.next', { name: named(closed.by.name) })}</p>
        </Notice>
      )}
      {!closed && year < present && waiting > 0 && (
        <Notice kind="care" title={t('close.waits', { count: waiting })}>
          <p>{t('close.waitsNext')}</p>
        </Notice>
      )}
      <Facts>
        <Fact name={t('dues')}>{format.money(total.due)}</Fact>
        <Fact name={t('value')}>{format.money(total.value)}</Fact>
        <Fact name={t('result')}>{format.money(total.result)}</Fact>
      </Facts>
      <Section title={t('all.finding', { count: gained, all: gminas.length })} aside={t('all.rule')}>
        {gminas.length === 0 ? (
          <EmptyState title={t('all.none')}>{t('all.noneNext')}</EmptyState>
        ) : (
          <Gminas balances={balances} />
        )}
      </Section>
      <Suspense>{isClosing && <CloseYearDialog year={year} onClose={() => setClosing(false)} />}</Suspense>
    </div>
  );
};
