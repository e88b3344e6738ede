import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RowsSkeleton } from '../../ui/skeleton.tsx';
import { balanceQuery } from './balances.queries.ts';

// It carries the contract's schemas.
const DeclareForm = lazy(async () => ({ default: (await import('./declare-form.tsx')).DeclareForm }));
const route = getRouteApi('/app/gminy/$organizationId/bilans/nowy');

/** Declares what a gmina had of its membership; somebody else confirms it. */
export const DeclareValuePage = () => {
  const { t } = useTranslation('balances');
  const { organizationId } = route.useParams();
  const { rok } = route.useSearch();
  const { data: balance } = useSuspenseQuery(balanceQuery(organizationId, rok));
  const { organization, year, abilities } = balance;
  return (
    <div className="flex max-w-2xl flex-col gap-8">
      <PageHeader
        title={t('declare.title', { gmina: organization.name, year })}
        lead={t('declare.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/gminy/$organizationId" params={{ organizationId }} look="soft">
              {organization.name}
            </Link>
            <Link to="/app/gminy/$organizationId/bilans" params={{ organizationId }} search={{ rok: year }} look="soft">
              {t('title', { gmina: organization.name, year })}
            </Link>
          </Breadcrumbs>
        }
      />
      {abilities.declare ? (
        <Suspense fallback={<RowsSkeleton />}>
          <DeclareForm key={year} balance={balance} />
        </Suspense>
      ) : (
        <Notice kind="care" title={t('declare.notOpen')}>
          <p>{t('declare.notOpenNext')}</p>
        </Notice>
      )}
    </div>
  );
};
