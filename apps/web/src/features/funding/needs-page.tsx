import type { NeedView } from '@blizej/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { Topics } from '../../lib/localized-text.tsx';
import { narrowed, type Narrowing } from '../../lib/narrow.ts';
import { Paged } from '../../lib/paged.tsx';
import { ReasonDialog } from '../../lib/reason-dialog.tsx';
import { useSearchWords } from '../../lib/search-words.ts';
import { useSession } from '../../lib/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Joined } from '../../ui/joined.tsx';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Rows } from '../../ui/section.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { useAmount } from './call-words.tsx';
import { needsQuery } from './funding.queries.ts';

const NeedDialog = lazy(async () => ({ default: (await import('./need-dialog.tsx')).NeedDialog }));

const route = getRouteApi('/app/nabory/potrzeby');

interface NeedRowProps {
  readonly need: NeedView;
  readonly onChange: () => void;
  readonly onWithdraw: () => void;
}

const NeedRow = ({ need, onChange, onWithdraw }: NeedRowProps) => {
  const { t } = useTranslation(['funding', 'life']);
  const amount = useAmount();
  const { title, why, organization, topics, goals, year, border, cost, currency, withdrawal, abilities } = need;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 py-5">
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1">
        <h2 className="text-h3">{title}</h2>
        <p className="max-w-prose whitespace-pre-line">{why}</p>
        <p className="text-small text-soft">
          <Joined
            parts={[
              organization.name,
              t('needs.inYear', { year }),
              topics.length > 0 && <Topics of={topics} />,
              goals.map((goal) => t(`life:goal.${goal}`)).join(', '),
              cost !== null && currency !== null && t('needs.costs', { amount: amount(cost, currency) }),
            ]}
          />
        </p>
        {withdrawal !== null && (
          <p className="text-small text-soft">{t('needs.withdrawnWhy', { reason: withdrawal })}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {border && <Status tone="idle">{t('needs.border')}</Status>}
        {withdrawal !== null && <Status tone="ended">{t('needs.withdrawn')}</Status>}
        {abilities.change && (
          <>
            <Button kind="quiet" label={`${t('change.action')}: ${title}`} onPress={onChange}>
              {t('change.action')}
            </Button>
            <Button kind="quiet" label={`${t('needs.withdraw')}: ${title}`} onPress={onWithdraw}>
              {t('needs.withdraw')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
};

/** What the gminas need: in their own words, so that calls and initiatives find it. */
export const NeedsPage = () => {
  const { t } = useTranslation('funding');
  const navigate = useNavigate({ from: '/app/nabory/potrzeby' });
  const narrow = (change: Narrowing<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (now) => ({ ...now, ...narrowed(change) }), replace: true });
  const { abilities, actingFor } = useSession();
  const { szukaj, nasze, przygraniczne } = route.useSearch();
  const [open, setOpen] = useState<NeedView | 'new' | null>(null);
  const [leaving, setLeaving] = useState<NeedView | null>(null);
  const query = useInfiniteQuery(
    needsQuery({
      ...(szukaj && { search: szukaj }),
      ...(nasze && actingFor && { organization: actingFor.organization.id }),
      ...(przygraniczne && { border: 'true' }),
    }),
  );
  const withdraw = useDeed(api.withdrawNeed, () => {
    setLeaving(null);
    toast({ message: t('needs.withdrawDone') });
  });
  const search = useSearchWords((typed) => narrow({ szukaj: typed }));
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title={t('needs.title')}
        lead={t('needs.lead')}
        above={
          <Breadcrumbs>
            <Link to="/app/nabory" look="soft">
              {t('title')}
            </Link>
          </Breadcrumbs>
        }
        actions={
          abilities.stateNeeds && (
            <Button kind="primary" onPress={() => setOpen('new')}>
              {t('needs.add')}
            </Button>
          )
        }
      />
      <search className="flex flex-wrap items-end gap-4 print:hidden">
        <SearchBox label={t('needs.search')} value={szukaj ?? ''} onSearch={search} />
        {abilities.stateNeeds && (
          <Checkbox isSelected={nasze ?? false} onChange={(chosen) => narrow({ nasze: chosen })}>
            {t('needs.onlyOurs')}
          </Checkbox>
        )}
        <Checkbox isSelected={przygraniczne ?? false} onChange={(chosen) => narrow({ przygraniczne: chosen })}>
          {t('needs.onlyBorder')}
        </Checkbox>
      </search>
      <Paged
        query={query}
        empty={
          szukaj || nasze || przygraniczne ? (
            <EmptyState title={t('none.filtered')} action={<Link to="/app/nabory/potrzeby">{t('none.clear')}</Link>}>
              {t('none.filteredNext')}
            </EmptyState>
          ) : (
            <EmptyState title={t('needs.none')}>{t('needs.noneNext')}</EmptyState>
          )
        }
      >
        {(needs) => (
          <Rows>
            {needs.map((need) => (
              <NeedRow key={need.id} need={need} onChange={() => setOpen(need)} onWithdraw={() => setLeaving(need)} />
            ))}
          </Rows>
        )}
      </Paged>
      <Suspense>
        {open !== null && <NeedDialog {...(open !== 'new' && { need: open })} onClose={() => setOpen(null)} />}
        {leaving && (
          <ReasonDialog
            title={t('needs.withdrawTitle')}
            hint={t('needs.withdrawHint')}
            action={t('needs.withdraw')}
            deed={withdraw}
            onSend={(reason) =>
              withdraw.mutate({ params: { id: leaving.id }, body: { reason, version: leaving.version } })
            }
            onClose={() => setLeaving(null)}
          />
        )}
      </Suspense>
    </div>
  );
};
