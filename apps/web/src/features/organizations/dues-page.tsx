import type { DuesView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { Resolution } from '../../lib/resolution.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Section } from '../../ui/section.tsx';
import { Select } from '../../ui/select.tsx';
import { DataTable } from '../../ui/table.tsx';
import { duesQuery } from './dues.queries.ts';

const SetDuesDialog = lazy(async () => ({ default: (await import('./set-dues.tsx')).SetDuesDialog }));
const route = getRouteApi('/app/zarzadzanie/skladki');

const Payers = ({ members }: Pick<DuesView, 'members'>) => {
  const { t } = useTranslation('dues');
  const format = useFormat();
  return (
    <DataTable
      caption={t('members.title')}
      rows={members}
      rowKey={({ organization }) => organization.id}
      columns={[
        {
          name: t('members.gmina'),
          cell: ({ organization: { id, name }, memberUntil }) => (
            <>
              <Link to="/app/gminy/$organizationId" params={{ organizationId: id }} look="plain">
                {name}
              </Link>
              {memberUntil && (
                <span className="ms-2 text-small font-normal text-soft">
                  {t('members.until', { day: format.day(memberUntil) })}
                </span>
              )}
            </>
          ),
        },
        {
          name: t('members.population'),
          numeric: true,
          cell: ({ population }) => (population === null ? '–' : format.number(population)),
        },
        { name: t('members.populationYear'), numeric: true, cell: ({ populationYear }) => populationYear ?? '–' },
        { name: t('members.due'), numeric: true, cell: ({ due }) => (due === null ? '–' : format.money(due)) },
      ]}
    />
  );
};

/** What each member pays for a year. */
export const DuesPage = () => {
  const { t } = useTranslation(['dues', 'common']);
  const format = useFormat();
  const navigate = useNavigate({ from: '/app/zarzadzanie/skladki' });
  const { rok } = route.useSearch();
  const { data: dues } = useSuspenseQuery(duesQuery(rok));
  const [isOpen, setOpen] = useState(false);
  const { year, rate, members, total, uncounted } = dues;
  const present = Number(format.today.slice(0, 4));
  const years = [...new Set([present + 1, present, year, ...dues.years])].sort((one, other) => other - one);
  return (
    <div className="flex flex-col gap-10">
      <PageHeader
        title={t('title', { year })}
        lead={t('lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/zarzadzanie" look="soft">
              {t('common:places.administration')}
            </Link>
          </Breadcrumbs>
        }
        actions={
          <Button kind={rate ? 'secondary' : 'primary'} onPress={() => setOpen(true)}>
            {t(rate ? 'set.change' : 'set.action')}
          </Button>
        }
      />
      <search className="w-40 print:hidden">
        <Select
          label={t('year')}
          value={String(year)}
          onChange={(value) => void navigate({ search: { rok: Number(value) }, replace: true })}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
      </search>
      {rate ? (
        <>
          <Facts>
            <Fact name={t('rate')}>{format.money(rate.perInhabitant)}</Fact>
            <Fact name={t('payers')}>{format.number(members.length)}</Fact>
            <Fact name={t('total')}>{format.money(total)}</Fact>
          </Facts>
          {rate.resolution && <Resolution resolution={rate.resolution} link={t('resolution.link')} />}
        </>
      ) : (
        <EmptyState title={t('none.title', { year })}>{t('none.next')}</EmptyState>
      )}
      {uncounted > 0 && (
        <Notice kind="care" title={t('uncounted', { count: uncounted })}>
          <p>{t('uncountedNext')}</p>
        </Notice>
      )}
      <Section title={t('members.title')} aside={t('members.rule')}>
        {members.length === 0 ? (
          <EmptyState title={t('members.none')}>{t('members.noneNext')}</EmptyState>
        ) : (
          <Payers members={members} />
        )}
      </Section>
      <Suspense>{isOpen && <SetDuesDialog key={year} dues={dues} onClose={() => setOpen(false)} />}</Suspense>
    </div>
  );
};
