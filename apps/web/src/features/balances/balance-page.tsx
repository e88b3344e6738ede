import type { BalanceView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { usePersonName } from '../../lib/person-name.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { balanceQuery } from './balances.queries.ts';
import { Entries } from './entries.tsx';
import { Waterfall, Years } from './waterfall.tsx';

const route = getRouteApi('/app/gminy/$organizationId/bilans');

interface BalanceProps {
  readonly balance: BalanceView;
}

const Actions = ({ balance: { organization, year, entries, abilities } }: BalanceProps) => {
  const { t } = useTranslation('balances');
  const params = { id: organization.id };
  const print = useDownload(api.printBalance);
  const save = useDownload(api.exportBalance);
  const waitsForViewer = entries.some((entry) => entry.abilities.confirm);
  return (
    <>
      {abilities.declare && (
        <ButtonLink
          to="/app/gminy/$organizationId/bilans/nowy"
          params={{ organizationId: organization.id }}
          search={{ rok: year }}
          kind={waitsForViewer ? 'secondary' : 'primary'}
        >
          {t('declare.action')}
        </ButtonLink>
      )}
      <Button isPending={print.isPending} onPress={() => print.mutate({ params, query: { year } })}>
        <Download aria-hidden className="size-5" />
        {t('asPdf')}
      </Button>
      <Button
        kind="quiet"
        isPending={save.isPending}
        onPress={() => save.mutate({ params, query: { year, format: 'xlsx' } })}
      >
        {t('asTable')}
      </Button>
      <DeedFailure error={print.error ?? save.error} />
    </>
  );
};

/** What a gmina's membership costs and brings in a year. */
export const BalancePage = () => {
  const { t } = useTranslation('balances');
  const format = useFormat();
  const named = usePersonName();
  const navigate = useNavigate({ from: '/app/gminy/$organizationId/bilans' });
  const { organizationId } = route.useParams();
  const { rok } = route.useSearch();
  const { data: balance } = useSuspenseQuery(balanceQuery(organizationId, rok));
  const { organization, year, due, gap, dues, value, result, waiting, closed } = balance;
  const present = Number(format.today.slice(0, 4));
  const years = [...new Set([present, year, ...balance.years.map((one) => one.year)])].sort(
    (one, other) => other - one,
  );
  return (
    <div className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title', { gmina: organization.name, year })}
          lead={t('lead')}
          above={
            <Breadcrumbs>
              <Link to="/app/gminy/$organizationId" params={{ organizationId }} look="soft">
                {organization.name}
              </Link>
            </Breadcrumbs>
          }
          actions={<Actions balance={balance} />}
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
        {gap !== null && (
          <Notice kind="care" title={t(`gap.${gap}.title`, { year })}>
            <p>{t(`gap.${gap}.next`)}</p>
          </Notice>
        )}
        <Facts>
          <Fact name={t('dues')}>{due === null ? '–' : format.money(due)}</Fact>
          <Fact name={t('value')}>{format.money(value)}</Fact>
          {result !== null && <Fact name={t('result')}>{format.money(result)}</Fact>}
          {waiting.count > 0 && (
            <Fact name={t('waiting.fact', { count: waiting.count })}>{format.money(waiting.amount)}</Fact>
          )}
          {due !== null && dues.perInhabitant !== null && dues.population !== null && (
            <Fact name={t('duesBy')}>
              {t(dues.populationYear === null ? 'duesRule' : 'duesRuleOf', {
                rate: format.money(dues.perInhabitant),
                population: format.number(dues.population),
                year: dues.populationYear,
              })}
            </Fact>
          )}
        </Facts>
      </div>
      <Waterfall balance={balance} />
      <Entries balance={balance} />
      {balance.years.length > 1 && <Years balance={balance} />}
    </div>
  );
};
