import type { BudgetState, BudgetView } from '@blizej/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/api.ts';
import { useDeed } from '../../lib/deed.ts';
import { useDownload } from '../../lib/download.ts';
import { DeedFailure } from '../../lib/failure.tsx';
import { useFormat } from '../../lib/format.ts';
import { useLanguage, useLocalized } from '../../lib/i18n.ts';
import { LocalizedText } from '../../lib/localized-text.tsx';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Fact, Facts, Rows, Section } from '../../ui/section.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { typedPercent } from './amounts.ts';
import { budgetQuery } from './budgets.queries.ts';
import { Claims, Instalments, Receipts } from './money.tsx';
import { Planned, Received } from './pictures.tsx';
import { Lines, Shares } from './shares.tsx';
import { useAmounts } from './use-amounts.ts';

const route = getRouteApi('/app/inicjatywy/$initiativeId/budzet');

const tones: Record<BudgetState, Tone> = { DRAFT: 'idle', ASKED: 'waiting', AGREED: 'good' };

interface BudgetProps {
  readonly budget: BudgetView;
}

/** What the viewer may do with the whole of it. */
const Deeds = ({ budget }: BudgetProps) => {
  const { t } = useTranslation('budgets');
  const { initiative, plan, detail, version, abilities } = budget;
  const params = { initiativeId: initiative.id };
  const ask = useDeed(api.askForAgreement, () => toast({ message: t('ask.done') }));
  const download = useDownload(api.exportBudget);
  return (
    <>
      {abilities.ask && (
        <Button
          kind="primary"
          isPending={ask.isPending}
          onPress={() => ask.mutate({ params: { id: initiative.id }, body: { version } })}
        >
          {t('ask.action')}
        </Button>
      )}
      {abilities.plan && (
        <ButtonLink
          to="/app/inicjatywy/$initiativeId/budzet/plan"
          params={params}
          kind={plan === null ? 'primary' : 'secondary'}
        >
          {t(plan === null ? 'plan.begin' : plan.state === 'AGREED' ? 'plan.newVersion' : 'plan.change')}
        </ButtonLink>
      )}
      {plan !== null && detail !== null && (
        <Button
          kind="quiet"
          isPending={download.isPending}
          onPress={() => download.mutate({ params: { id: initiative.id }, query: { format: 'xlsx' } })}
        >
          {t('download')}
        </Button>
      )}
      <DeedFailure error={ask.error ?? download.error} />
    </>
  );
};

/** How the budget came to be what it is; the earlier versions stay to be read. */
const Versions = ({ budget }: BudgetProps) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const format = useFormat();
  const { initiative, plan, versions } = budget;
  if (!plan || versions.length < 2) return null;
  return (
    <Section title={t('versions.title')}>
      <Rows>
        {versions.map(({ number, state, inForce, reason, writtenBy, writtenAt, total }, at) => (
          <li key={number} className="flex flex-col gap-1 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {number === plan.number ? (
                <span aria-current="true" className="font-semibold">
                  {t('versions.number', { number })}
                </span>
              ) : (
                <Link
                  to="/app/inicjatywy/$initiativeId/budzet"
                  params={{ initiativeId: initiative.id }}
                  search={at === 0 ? {} : { wersja: number }}
                >
                  {t('versions.number', { number })}
                </Link>
              )}
              <Status tone={inForce ? 'good' : state === 'AGREED' ? 'ended' : tones[state]}>
                {t(inForce ? 'inForce' : state === 'AGREED' ? 'replaced' : `state.${state}`)}
              </Status>
              <span className="tabular-nums">{money(total, plan.currency)}</span>
            </p>
            {reason && <p className="max-w-prose whitespace-pre-line">{reason}</p>}
            <p className="text-small text-soft">
              {[writtenBy, format.relativeMoment(writtenAt)].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </Rows>
    </Section>
  );
};

const PlanFacts = ({ plan }: { readonly plan: NonNullable<BudgetView['plan']> }) => {
  const { t } = useTranslation('budgets');
  const money = useAmounts();
  const format = useFormat();
  const language = useLanguage();
  const { currency, converted, rate, grantRate } = plan;
  const both = (part: 'grant' | 'own' | 'total') => (
    <>
      <span className="tabular-nums">{money(plan[part], currency)}</span>
      <span className="block text-small font-normal text-soft tabular-nums">
        {money(converted[part], converted.currency)}
      </span>
    </>
  );
  return (
    <Facts>
      <Fact name={t('stateLabel')}>
        <Status tone={tones[plan.state]}>{t(`state.${plan.state}`)}</Status>
      </Fact>
      <Fact name={t('total')}>{both('total')}</Fact>
      <Fact name={t('grant')}>{both('grant')}</Fact>
      <Fact name={t('own')}>{both('own')}</Fact>
      <Fact name={t('grantRate')}>{t('atMost', { percent: typedPercent(grantRate, language) })}</Fact>
      <Fact name={t('rate')}>
        <span className="tabular-nums">{t('rateIs', { rate: format.rate(rate.plnPerEur) })}</span>
        <span className="block text-small font-normal text-soft">
          {format.day(rate.day)}, {rate.source}
        </span>
      </Fact>
    </Facts>
  );
};

/** The money of an initiative: what is planned and agreed, claimed and received. */
export const BudgetPage = () => {
  const { t } = useTranslation('budgets');
  const localized = useLocalized();
  const { initiativeId } = route.useParams();
  const { wersja } = route.useSearch();
  const { data: budget } = useSuspenseQuery(budgetQuery(initiativeId, wersja));
  const { initiative, plan, detail, versions, abilities } = budget;
  const latest = versions[0]?.number;
  const currency = plan?.currency ?? 'EUR';
  const money = { budget, currency };
  return (
    <div key={initiativeId} className="flex flex-col gap-12">
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('title', { title: localized(initiative.title) })}
          above={
            <Breadcrumbs>
              <Link to="/app/inicjatywy" look="soft">
                {t('initiatives')}
              </Link>
              <Link to="/app/inicjatywy/$initiativeId" params={{ initiativeId }} look="soft">
                <LocalizedText of={initiative.title} />
              </Link>
            </Breadcrumbs>
          }
          actions={<Deeds budget={budget} />}
        />
        {plan && plan.number !== latest && (
          <Notice kind="calm" title={t('versions.earlier', { number: plan.number })}>
            <p>
              <Link to="/app/inicjatywy/$initiativeId/budzet" params={{ initiativeId }} search={{}}>
                {t('versions.toLatest')}
              </Link>
            </p>
          </Notice>
        )}
        {abilities.obstacle && plan?.number === latest && (
          <Notice kind="care" title={t(`obstacle.${abilities.obstacle}.title`)}>
            <p>{t(`obstacle.${abilities.obstacle}.next`)}</p>
          </Notice>
        )}
        {plan && plan.reason && (
          <p className="max-w-prose whitespace-pre-line">
            <span className="font-semibold">{t('versions.why')}</span> {plan.reason}
          </p>
        )}
        {plan && <PlanFacts plan={plan} />}
        {plan && detail === null && <p className="text-soft">{t('sumsOnly')}</p>}
      </div>
      {plan === null ? (
        <EmptyState title={t('none')}>{t(abilities.plan ? 'noneNext' : 'noneWait')}</EmptyState>
      ) : (
        <>
          {detail && <Shares budget={budget} plan={plan} shares={detail.shares} />}
          {detail && <Planned plan={plan} shares={detail.shares} />}
          {detail && <Lines plan={plan} shares={detail.shares} />}
          <Received budget={budget} currency={currency} />
          {detail && (
            <>
              <Instalments {...money} detail={detail} />
              <Claims {...money} detail={detail} />
              <Receipts {...money} detail={detail} />
            </>
          )}
          <Versions budget={budget} />
        </>
      )}
    </div>
  );
};
